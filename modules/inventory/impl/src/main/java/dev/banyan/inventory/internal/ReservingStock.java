package dev.banyan.inventory.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.banyan.inventory.OutOfStock;
import dev.banyan.inventory.ReservationLine;
import dev.banyan.inventory.ReservationReleased;
import dev.banyan.inventory.Reservations;
import dev.banyan.inventory.StockLevel;
import jakarta.persistence.EntityManager;

import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

@Service
class ReservingStock implements Reservations {

	private static final int EXPIRED_AT_A_TIME = 100;

	/** After it expired; nobody repeats a call for so long. */
	private static final Duration KEPT = Duration.ofDays(90);

	private final HeldReservations reservations;

	private final StockItems items;

	private final StockEvents events;

	private final RepeatSafeTransactions transactions;

	private final EntityManager entities;

	private final Clock clock;

	ReservingStock(HeldReservations reservations, StockItems items, StockEvents events,
			RepeatSafeTransactions transactions, EntityManager entities, Clock clock) {
		this.reservations = reservations;
		this.items = items;
		this.events = events;
		this.transactions = transactions;
		this.entities = entities;
		this.clock = clock;
	}

	@Override
	public void reserve(String key, List<ReservationLine> lines, Duration validity) {
		this.transactions.run(() -> {
			Optional<Reservation> known = this.reservations.lock(key);
			if (known.isPresent()) {
				requireHeld(known.get());
				return known.get();
			}
			Reservation reservation = new Reservation(key, Reservation.State.HELD, this.clock.instant().plus(validity));
			this.entities.persist(reservation);
			this.entities.flush();
			fill(reservation, lines);
			return reservation;
		});
	}

	private void fill(Reservation reservation, List<ReservationLine> lines) {
		Shelf shelf = Shelf.of(lines.stream().map(ReservationLine::itemId).distinct().sorted().toList(),
				this.items::lock);
		Map<StockItem, Integer> wanted = new HashMap<>();
		List<Long> missing = lines.stream().filter((line) -> {
			StockItem item = shelf.counting(line.itemId());
			return item == null || !item.has(wanted.merge(item, line.quantity(), Integer::sum));
		}).map(ReservationLine::itemId).distinct().toList();
		if (!missing.isEmpty()) {
			throw new OutOfStock(missing);
		}
		wanted.forEach((item, quantity) -> {
			item.reserve(quantity);
			reservation.add(item.itemId(), quantity);
		});
	}

	@Override
	public void confirm(String key) {
		this.transactions.run(() -> {
			Reservation reservation = this.reservations.lock(key).orElseThrow(() -> new ReservationReleased(key));
			requireHeld(reservation);
			if (reservation.state() == Reservation.State.HELD) {
				change(reservation, (item, quantity) -> {
					item.unreserve(quantity);
					item.add(-quantity);
				});
				reservation.become(Reservation.State.CONFIRMED);
			}
			return reservation;
		});
	}

	@Override
	public void release(String key) {
		this.transactions.run(() -> {
			Optional<Reservation> known = this.reservations.lock(key);
			if (known.isEmpty()) {
				Reservation refused = new Reservation(key, Reservation.State.RELEASED, this.clock.instant());
				this.entities.persist(refused);
				return refused;
			}
			Reservation reservation = known.get();
			switch (reservation.state()) {
				case HELD -> change(reservation, StockItem::unreserve);
				case CONFIRMED -> change(reservation, StockItem::add);
				case RELEASED -> {
				}
			}
			reservation.become(Reservation.State.RELEASED);
			return reservation;
		});
	}

	@Scheduled(fixedDelayString = "${banyan.inventory.expiry-interval:10s}")
	void releaseExpired() {
		this.reservations.expired(this.clock.instant(), Limit.of(EXPIRED_AT_A_TIME)).forEach(this::releaseIfHeld);
	}

	@Scheduled(fixedDelayString = "1h")
	void forgetOld() {
		this.reservations.forget(this.clock.instant().minus(KEPT));
	}

	private void releaseIfHeld(String key) {
		this.transactions.run(() -> {
			Reservation reservation = this.reservations.lock(key).orElseThrow();
			if (reservation.state() == Reservation.State.HELD) {
				change(reservation, StockItem::unreserve);
				reservation.become(Reservation.State.RELEASED);
			}
			return reservation;
		});
	}

	private void change(Reservation reservation, java.util.function.ObjIntConsumer<StockItem> change) {
		if (reservation.lines().isEmpty()) {
			return;
		}
		Map<Long, Integer> lines = reservation.lines();
		List<StockItem> locked = this.items.lock(lines.keySet());
		Shelf shelf = Shelf.of(lines.keySet(), (ids) -> locked);
		Map<Long, StockLevel> before = shelf.levels(lines.keySet());
		locked.forEach((item) -> change.accept(item, lines.getOrDefault(item.itemId(), 0)));
		shelf.levels(lines.keySet()).forEach((id, level) -> this.events.changed(level, before.get(id)));
	}

	private static void requireHeld(Reservation reservation) {
		if (reservation.state() == Reservation.State.RELEASED) {
			throw new ReservationReleased(reservation.reservationKey());
		}
	}

}
