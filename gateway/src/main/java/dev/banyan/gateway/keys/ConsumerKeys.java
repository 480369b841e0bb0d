package dev.banyan.gateway.keys;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface ConsumerKeys extends JpaRepository<ConsumerKey, String> {

	List<ConsumerKey> findAllByOrderByCreatedAt();

}
