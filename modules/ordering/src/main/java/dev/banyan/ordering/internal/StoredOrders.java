package dev.banyan.ordering.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.banyan.ordering.OrderStatus;
import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface StoredOrders extends JpaRepository<StoredOrder, Long>, JpaSpecificationExecutor<StoredOrder> {

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select o from StoredOrder o where o.id = :id")
	Optional<StoredOrder> lock(long id);

	@Query("select o.status, count(o) from StoredOrder o where o.accepted = true group by o.status")
	List<Object[]> countByStatus();

	@Query("select o.id from StoredOrder o where o.toPayBack = true and o.status = :status")
	List<Long> toPayBack(OrderStatus status, Limit limit);

	@Query("select o.id from StoredOrder o where o.pendingSince < :before")
	List<Long> pendingSince(Instant before, Limit limit);

}
