package dev.banyan.inventory.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

interface HeldReservations extends JpaRepository<Reservation, String> {

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select r from Reservation r where r.reservationKey = :key")
	Optional<Reservation> lock(String key);

	@Query("select r.reservationKey from Reservation r where r.state = HELD and r.expiresAt < :now")
	List<String> expired(Instant now, Limit limit);

	@Modifying
	@Transactional
	@Query("delete from Reservation r where r.state in (CONFIRMED, RELEASED) and r.expiresAt < :before")
	void forget(Instant before);

}
