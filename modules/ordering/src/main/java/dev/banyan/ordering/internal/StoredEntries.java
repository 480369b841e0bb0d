package dev.banyan.ordering.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface StoredEntries extends JpaRepository<StoredEntry, Long> {

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select e from StoredEntry e where e.orderId = :orderId")
	Optional<StoredEntry> lock(long orderId);

	/** How many there were: not those that were given up. */
	@Modifying
	@Query(nativeQuery = true,
			value = "delete from ordering.order_entry where order_id in (:orderIds) and undoing = false")
	int finish(Collection<Long> orderIds);

	@Query("select e.orderId from StoredEntry e where e.begunAt < :before")
	List<Long> begunBefore(Instant before, Limit limit);

}
