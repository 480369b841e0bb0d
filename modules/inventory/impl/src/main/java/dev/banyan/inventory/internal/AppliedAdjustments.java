package dev.banyan.inventory.internal;

import org.springframework.data.jpa.repository.JpaRepository;

interface AppliedAdjustments extends JpaRepository<AppliedAdjustment, String> {

}
