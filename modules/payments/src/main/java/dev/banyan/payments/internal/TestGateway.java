package dev.banyan.payments.internal;

import java.util.List;
import java.util.Set;

import dev.banyan.payments.PaymentDeclined;
import dev.banyan.payments.PaymentGateway;
import dev.banyan.payments.PaymentProvider;
import dev.banyan.payments.PaymentRequest;
import dev.banyan.payments.RefundRequest;

import org.springframework.stereotype.Component;

/**
 * A provider that moves no money: it accepts every payment but those with the token
 * {@code decline}, and pays back everything. Its ids follow from the keys, so a repeated
 * call is the same payment.
 */
@Component
class TestGateway implements PaymentProvider {

	private static final PaymentGateway GATEWAY = new PaymentGateway("banyan_test", "Test payment",
			"Moves no money. The token \"decline\" is refused.", null, false, "Test payment",
			"For trying orders and refunds out.", Set.of("products", "refunds"), List.of());

	@Override
	public PaymentGateway gateway() {
		return GATEWAY;
	}

	@Override
	public boolean listed() {
		return false;
	}

	@Override
	public String authorise(PaymentRequest request) {
		if (request.token().equals("decline")) {
			throw new PaymentDeclined("The card was declined.");
		}
		return "test-" + request.key();
	}

	@Override
	public void refund(RefundRequest request) {
		if (request.amount().signum() <= 0) {
			throw new PaymentDeclined("There is nothing to pay back.");
		}
	}

}
