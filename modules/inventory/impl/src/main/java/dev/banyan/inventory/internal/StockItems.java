package dev.banyan.inventory.internal;

import java.util.Collection;
import java.util.List;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface StockItems extends JpaRepository<StockItem, Long> {

	/** In the order of their ids, so that nobody waits for somebody who waits. */
	default List<StockItem> lock(Collection<Long> ids) {
		return (ids.size() == 1) ? lockOne(ids.iterator().next()) : lockAll(ids);
	}

	/** Most orders are for one; unlike that for many, Hibernate translates it once. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select i from StockItem i where i.itemId = :id")
	List<StockItem> lockOne(long id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select i from StockItem i where i.itemId in :ids order by i.itemId")
	List<StockItem> lockAll(Collection<Long> ids);

}
