package dev.banyan.payments.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import dev.banyan.payments.Payment;
import dev.banyan.payments.Payment.State;
import dev.banyan.payments.PaymentAuthorised;
import dev.banyan.payments.PaymentDeclined;
import dev.banyan.payments.PaymentFailed;
import dev.banyan.payments.PaymentProvider;
import dev.banyan.payments.PaymentRefunded;
import dev.banyan.payments.PaymentRequest;
import dev.banyan.payments.Payments;
import dev.banyan.payments.RefundNotSupported;
import dev.banyan.payments.RefundRequest;
import dev.banyan.payments.UnknownGateway;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Payments are written down before a provider is asked, and again with its answer. After
 * a crash in between, the provider is asked again under the same key.
 */
@Service
class TakingPayments implements Payments {

	private final Map<String, PaymentProvider> providers;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	TakingPayments(List<PaymentProvider> providers, DataSource dataSource, ApplicationEventPublisher events,
			PlatformTransactionManager transactionManager, Clock clock) {
		this.providers = providers.stream()
			.collect(Collectors.toMap((provider) -> provider.gateway().id(), Function.identity()));
		this.jdbc = JdbcClient.create(dataSource);
		this.events = events;
		this.transaction = new TransactionTemplate(transactionManager);
		this.clock = clock;
	}

	@Override
	public Payment authorise(PaymentRequest request) {
		PaymentProvider provider = provider(request.gateway());
		Payment payment = start(
				new Payment(request.key(), request.gateway(), request.amount(), request.currency(), State.STARTED, ""));
		if (payment.state() == State.DECLINED || payment.state() == State.VOIDED) {
			throw new PaymentDeclined("The payment was " + payment.state().name().toLowerCase(java.util.Locale.ROOT));
		}
		if (payment.state() != State.STARTED) {
			return payment;
		}
		if (!provider.online()) {
			return settle(payment, State.AWAITED, "");
		}
		try {
			return authorised(provider, settle(payment, State.AUTHORISED, provider.authorise(request)));
		}
		catch (PaymentDeclined ex) {
			settle(payment, State.DECLINED, "");
			throw ex;
		}
	}

	/** It may have been given up while the provider was asked. */
	private static Payment authorised(PaymentProvider provider, Payment payment) {
		if (payment.state() == State.VOIDED) {
			provider.cancel(payment);
			throw new PaymentDeclined("The payment was voided");
		}
		return payment;
	}

	@Override
	public Optional<Payment> capture(String key) {
		Payment payment = find(key).orElse(null);
		if (payment == null) {
			return Optional.empty();
		}
		return Optional.of(switch (payment.state()) {
			case AUTHORISED -> {
				provider(payment.gateway()).capture(payment);
				yield settle(payment, State.CAPTURED, payment.transactionId());
			}
			case CAPTURED, AWAITED -> payment;
			case STARTED, DECLINED, VOIDED -> throw new PaymentDeclined("The payment was not authorised");
		});
	}

	@Override
	public void cancel(String key) {
		Payment payment = start(new Payment(key, "", BigDecimal.ZERO, "", State.VOIDED, ""));
		if (payment.state() == State.VOIDED || payment.state() == State.DECLINED) {
			return;
		}
		if (payment.state() != State.AWAITED) {
			provider(payment.gateway()).cancel(payment);
		}
		settle(payment, State.VOIDED, payment.transactionId());
	}

	@Override
	public void refund(RefundRequest request) {
		PaymentProvider provider = provider(request.gateway());
		if (!provider.gateway().supports().contains("refunds")) {
			throw new RefundNotSupported(request.gateway());
		}
		if (refunded(request.key())) {
			return;
		}
		provider.refund(request);
		this.transaction.executeWithoutResult((status) -> {
			try {
				this.jdbc.sql(
						"insert into payments.refund (refund_key, gateway, transaction_id, amount, currency, created_at)"
								+ " values (:key, :gateway, :transaction, :amount, :currency, :now)")
					.param("key", request.key())
					.param("gateway", request.gateway())
					.param("transaction", request.transactionId())
					.param("amount", request.amount())
					.param("currency", request.currency())
					.param("now", now())
					.update();
			}
			catch (DuplicateKeyException ex) {
				return;
			}
			this.events.publishEvent(new PaymentRefunded(UUID.randomUUID(), this.clock.instant(), request.key(),
					request.gateway(), request.amount(), request.currency()));
		});
	}

	private boolean refunded(String key) {
		return this.jdbc.sql("select count(*) from payments.refund where refund_key = :key")
			.param("key", key)
			.query(Long.class)
			.single() > 0;
	}

	@Override
	public Optional<Payment> find(String key) {
		return this.jdbc.sql("select * from payments.payment where payment_key = :key")
			.param("key", key)
			.query((row, number) -> new Payment(row.getString("payment_key"), row.getString("gateway"),
					row.getBigDecimal("amount"), row.getString("currency"), State.valueOf(row.getString("state_name")),
					row.getString("transaction_id")))
			.optional();
	}

	private PaymentProvider provider(String gateway) {
		PaymentProvider provider = this.providers.get(gateway);
		if (provider == null) {
			throw new UnknownGateway(gateway);
		}
		return provider;
	}

	/** Writes a new payment down, or finds the one that has its key. */
	private Payment start(Payment payment) {
		Optional<Payment> known = find(payment.key());
		if (known.isPresent()) {
			return known.get();
		}
		try {
			this.jdbc
				.sql("insert into payments.payment (payment_key, gateway, amount, currency, state_name,"
						+ " transaction_id, created_at, modified_at)"
						+ " values (:key, :gateway, :amount, :currency, :state, '', :now, :now)")
				.param("key", payment.key())
				.param("gateway", payment.gateway())
				.param("amount", payment.amount())
				.param("currency", payment.currency())
				.param("state", payment.state().name())
				.param("now", now())
				.update();
			return payment;
		}
		catch (DuplicateKeyException ex) {
			return find(payment.key()).orElseThrow(() -> ex);
		}
	}

	/** Notes the answer, unless the payment has gone on meanwhile. */
	private Payment settle(Payment payment, State state, String transactionId) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			int changed = this.jdbc
				.sql("update payments.payment set state_name = :state, transaction_id = :transaction,"
						+ " modified_at = :now where payment_key = :key and state_name = :before")
				.param("state", state.name())
				.param("transaction", transactionId)
				.param("now", now())
				.param("key", payment.key())
				.param("before", payment.state().name())
				.update();
			if (changed == 1) {
				publish(payment, state);
			}
			return find(payment.key()).orElseThrow();
		}));
	}

	private void publish(Payment payment, State state) {
		if (state == State.AUTHORISED) {
			this.events.publishEvent(new PaymentAuthorised(UUID.randomUUID(), this.clock.instant(), payment.key(),
					payment.gateway(), payment.amount(), payment.currency()));
		}
		else if (state == State.DECLINED) {
			this.events.publishEvent(new PaymentFailed(UUID.randomUUID(), this.clock.instant(), payment.key(),
					payment.gateway(), payment.amount(), payment.currency()));
		}
	}

	private LocalDateTime now() {
		return LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

}
