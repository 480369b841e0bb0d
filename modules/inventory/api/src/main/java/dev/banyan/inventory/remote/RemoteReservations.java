package dev.banyan.inventory.remote;

import java.time.Duration;
import java.util.List;

import dev.banyan.inventory.ReservationLine;
import dev.banyan.inventory.Reservations;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * {@link Reservations} over HTTP.
 */
@HttpExchange("/seams/inventory/reservations")
public interface RemoteReservations extends Reservations {

	@Override
	@PostExchange("/holds")
	void reserve(@RequestHeader("Idempotency-Key") String key, @RequestBody List<ReservationLine> lines,
			@RequestParam("validity") Duration validity);

	@Override
	@PostExchange("/confirmations")
	void confirm(@RequestHeader("Idempotency-Key") String key);

	@Override
	@PostExchange("/releases")
	void release(@RequestHeader("Idempotency-Key") String key);

}
