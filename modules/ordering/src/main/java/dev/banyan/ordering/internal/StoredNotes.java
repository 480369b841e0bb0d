package dev.banyan.ordering.internal;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface StoredNotes extends JpaRepository<StoredNote, Long> {

	List<StoredNote> findByOrderIdOrderByCreatedAtDescIdDesc(long orderId);

	@Modifying
	@Query("delete from StoredNote n where n.orderId = :orderId")
	void deleteOfOrder(long orderId);

}
