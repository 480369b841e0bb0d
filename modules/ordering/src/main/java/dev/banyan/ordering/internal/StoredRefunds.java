package dev.banyan.ordering.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface StoredRefunds extends JpaRepository<StoredRefund, Long>, JpaSpecificationExecutor<StoredRefund> {

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select r from StoredRefund r where r.id = :id")
	Optional<StoredRefund> lock(long id);

	@Query("select coalesce(sum(r.amount), 0) from StoredRefund r where r.orderId = :orderId and r.stateName in :states")
	BigDecimal amount(long orderId, List<StoredRefund.State> states);

	@Query("select r.id from StoredRefund r where r.stateName in :states and r.createdAt < :before")
	List<Long> standing(List<StoredRefund.State> states, Instant before, Limit limit);

	@Modifying
	@Query("delete from StoredRefund r where r.orderId = :orderId")
	void deleteOfOrder(long orderId);

}
