package dev.banyan.ordering.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

import javax.sql.DataSource;

import dev.banyan.ordering.Receipts;
import dev.banyan.ordering.UnknownOrder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class IssuingReceipts implements Receipts {

	private static final int TOKEN_BYTES = 19;

	private final JdbcClient jdbc;

	private final StoredOrders orders;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	IssuingReceipts(DataSource dataSource, StoredOrders orders, Clock clock) {
		this.jdbc = JdbcClient.create(dataSource);
		this.orders = orders;
		this.clock = clock;
	}

	@Override
	@Transactional
	public Receipt issue(long orderId, LocalDate expiresOn, boolean another) {
		if (!this.orders.existsById(orderId)) {
			throw new UnknownOrder(orderId);
		}
		Optional<Receipt> valid = another ? Optional.empty() : ofOrder(orderId);
		if (valid.isPresent()) {
			return valid.get();
		}
		byte[] token = new byte[TOKEN_BYTES];
		this.random.nextBytes(token);
		Receipt receipt = new Receipt(HexFormat.of().formatHex(token), orderId, expiresOn);
		this.jdbc.sql("insert into ordering.receipt (token, order_id, expires_on) values (:token, :order, :expires)")
			.param("token", receipt.token())
			.param("order", orderId)
			.param("expires", expiresOn)
			.update();
		return receipt;
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Receipt> ofOrder(long orderId) {
		return valid("order_id", orderId);
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Receipt> find(String token) {
		return valid("token", token);
	}

	private Optional<Receipt> valid(String column, Object sought) {
		return this.jdbc
			.sql("select token, order_id, expires_on from ordering.receipt where " + column
					+ " = :sought and expires_on > :today order by expires_on desc, token limit 1")
			.param("sought", sought)
			.param("today", today())
			.query((row, number) -> new Receipt(row.getString(1), row.getLong(2), row.getObject(3, LocalDate.class)))
			.optional();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	@Scheduled(fixedDelayString = "1h")
	void forgetExpired() {
		this.jdbc.sql("delete from ordering.receipt where expires_on <= :today").param("today", today()).update();
	}

}
