package dev.banyan.inventory.internal;

import java.time.Duration;
import java.util.List;

import dev.banyan.inventory.ReservationLine;
import dev.banyan.inventory.remote.RemoteReservations;

import org.springframework.web.bind.annotation.RestController;

@RestController
class ReservationsController implements RemoteReservations {

	private final ReservingStock reservations;

	ReservationsController(ReservingStock reservations) {
		this.reservations = reservations;
	}

	@Override
	public void reserve(String key, List<ReservationLine> lines, Duration validity) {
		this.reservations.reserve(key, lines, validity);
	}

	@Override
	public void confirm(String key) {
		this.reservations.confirm(key);
	}

	@Override
	public void release(String key) {
		this.reservations.release(key);
	}

}
