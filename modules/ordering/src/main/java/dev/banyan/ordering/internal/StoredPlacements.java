package dev.banyan.ordering.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface StoredPlacements extends JpaRepository<StoredPlacement, String> {

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from StoredPlacement p where p.placementKey = :key")
	Optional<StoredPlacement> lock(String key);

	@Query("select p.placementKey from StoredPlacement p where p.step in :steps and p.touchedAt < :before")
	List<String> standing(List<StoredPlacement.Step> steps, Instant before, Limit limit);

	@Modifying
	@Query("delete from StoredPlacement p where p.step in :steps and p.touchedAt < :before")
	void forget(List<StoredPlacement.Step> steps, Instant before);

}
