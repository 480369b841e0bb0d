package dev.banyan.inventory.internal;

import java.util.Collection;
import java.util.List;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface StockItems extends JpaRepository<StockItem, Long> {

	@Query("select i from StockItem i where i.itemId in :ids")
	List<StockItem> read(Collection<Long> ids);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select i from StockItem i where i.itemId in :ids order by i.itemId")
	List<StockItem> lock(Collection<Long> ids);

}
