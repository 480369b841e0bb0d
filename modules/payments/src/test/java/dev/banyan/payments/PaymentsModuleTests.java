package dev.banyan.payments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class PaymentsModuleTests {

	@Autowired
	private Payments payments;

	@Autowired
	private Gateways gateways;

	@Autowired
	private Bank bank;

	@Test
	void asksAProviderOnceForAKey() {
		Payment first = this.payments.authorise(request("once", "bank", ""));
		assertThat(this.payments.authorise(request("once", "bank", ""))).isEqualTo(first);
		assertThat(this.payments.capture("once"))
			.hasValueSatisfying((payment) -> assertThat(payment.state()).isEqualTo(Payment.State.CAPTURED));
		assertThat(this.payments.capture("once")).isEqualTo(this.payments.find("once"));
		assertThat(this.bank.calls("once")).containsExactly("authorise", "capture");
	}

	@Test
	void remembersThatAPaymentWasDeclined() {
		for (String token : List.of("decline", "")) {
			assertThatExceptionOfType(PaymentDeclined.class)
				.isThrownBy(() -> this.payments.authorise(request("declined", "banyan_test", token)));
		}
		assertThatExceptionOfType(PaymentDeclined.class).isThrownBy(() -> this.payments.capture("declined"));
	}

	@Test
	void authorisesNothingThatWasGivenUpBefore() {
		this.payments.cancel("given-up");
		assertThatExceptionOfType(PaymentDeclined.class)
			.isThrownBy(() -> this.payments.authorise(request("given-up", "bank", "")));
		assertThat(this.bank.calls("given-up")).isEmpty();
	}

	@Test
	void freesTheMoneyOfAPaymentGivenUpWhileTheProviderIsAsked() {
		this.bank.meanwhile = () -> this.payments.cancel("overtaken");
		assertThatExceptionOfType(PaymentDeclined.class)
			.isThrownBy(() -> this.payments.authorise(request("overtaken", "bank", "")));
		assertThat(this.payments.find("overtaken"))
			.hasValueSatisfying((payment) -> assertThat(payment.state()).isEqualTo(Payment.State.VOIDED));
		assertThat(this.bank.calls("overtaken")).containsExactly("authorise", "cancel", "cancel");
	}

	@Test
	void awaitsMoneyOfOfflineGateways() {
		assertThat(this.payments.authorise(request("transfer", "bacs", "")).state()).isEqualTo(Payment.State.AWAITED);
		assertThat(this.payments.capture("transfer"))
			.hasValueSatisfying((payment) -> assertThat(payment.state()).isEqualTo(Payment.State.AWAITED));
		assertThatExceptionOfType(RefundNotSupported.class)
			.isThrownBy(() -> this.payments.refund(refund("transfer", "bacs")));
	}

	@Test
	void paysBackOnceForAKey() {
		this.payments.refund(refund("back", "bank"));
		this.payments.refund(refund("back", "bank"));
		assertThat(this.bank.calls("back")).containsExactly("refund");
	}

	@Test
	void knowsNoOtherGateways() {
		assertThatExceptionOfType(UnknownGateway.class)
			.isThrownBy(() -> this.payments.authorise(request("lost", "nowhere", "")));
		assertThat(this.payments.find("lost")).isEmpty();
	}

	@Test
	void listsTheGatewaysThatStaffSetsUp() {
		assertThat(this.gateways.all()).extracting(PaymentGateway::id).containsExactly("bacs", "cheque", "cod", "bank");
		assertThat(this.gateways.find("banyan_test")).isEmpty();
	}

	@Test
	void keepsWhatIsSetAndLeavesTheRest() {
		this.gateways.change("cheque", new GatewayChange(true, "By cheque", null, 7, Map.of("unknown", "x")));
		this.gateways.change("cheque", new GatewayChange(null, null, null, null, Map.of("instructions", "Post it")));
		assertThat(this.gateways.find("cheque")).hasValueSatisfying((gateway) -> {
			assertThat(gateway.enabled()).isTrue();
			assertThat(gateway.title()).isEqualTo("By cheque");
			assertThat(gateway.settings()).extracting(GatewaySetting::content).containsExactly("By cheque", "Post it");
		});
		assertThat(this.gateways.change("nowhere", new GatewayChange(true, null, null, null, Map.of()))).isEmpty();
	}

	private static PaymentRequest request(String key, String gateway, String token) {
		return new PaymentRequest(key, gateway, new BigDecimal("12.50"), "EUR", token);
	}

	private static RefundRequest refund(String key, String gateway) {
		return new RefundRequest(key, gateway, "", new BigDecimal("2.50"), "EUR", "");
	}

	/** Keeps a list of what it is asked for. */
	static class Bank implements PaymentProvider {

		private final List<String> asked = new ArrayList<>();

		private Runnable meanwhile = () -> {
		};

		@Override
		public PaymentGateway gateway() {
			return new PaymentGateway("bank", "Bank", "", null, false, "Bank", "", Set.of("products", "refunds"),
					List.of());
		}

		@Override
		public String authorise(PaymentRequest request) {
			this.asked.add(request.key() + " authorise");
			Runnable now = this.meanwhile;
			this.meanwhile = () -> {
			};
			now.run();
			return "bank-" + request.key();
		}

		@Override
		public void capture(Payment payment) {
			this.asked.add(payment.key() + " capture");
		}

		@Override
		public void cancel(Payment payment) {
			this.asked.add(payment.key() + " cancel");
		}

		@Override
		public void refund(RefundRequest request) {
			this.asked.add(request.key() + " refund");
		}

		List<String> calls(String key) {
			return this.asked.stream()
				.filter((call) -> call.startsWith(key + " "))
				.map((call) -> call.substring(key.length() + 1))
				.toList();
		}

	}

	@TestConfiguration
	static class Providers {

		@Bean
		Bank bank() {
			return new Bank();
		}

	}

}
