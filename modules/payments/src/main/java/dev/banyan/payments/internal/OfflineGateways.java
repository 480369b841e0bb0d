package dev.banyan.payments.internal;

import java.util.List;

import dev.banyan.payments.GatewaySetting;
import dev.banyan.payments.PaymentGateway;
import dev.banyan.payments.PaymentProvider;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * The gateways of every shop: money comes by transfer, cheque or in cash.
 */
@Configuration
class OfflineGateways {

	private static final String SHOWN_AT_CHECKOUT = "This controls the title which the user sees during checkout.";

	private static final String ON_THANK_YOU_PAGE = "Instructions that will be added to the thank you page";

	@Bean
	@Order(1)
	PaymentProvider bankTransfer() {
		PaymentGateway gateway = PaymentProvider.offline("bacs", "Direct bank transfer",
				"Make your payment directly into our bank account. Please use your Order ID as the payment reference. "
						+ "Your order will not be shipped until the funds have cleared in our account.",
				"Take payments in person via BACS. More commonly known as direct bank/wire transfer.",
				List.of(title("Direct bank transfer", SHOWN_AT_CHECKOUT), instructions("", " and emails.")));
		return () -> gateway;
	}

	@Bean
	@Order(2)
	PaymentProvider cheque() {
		PaymentGateway gateway = PaymentProvider.offline("cheque", "Check payments",
				"Please send a check to Store Name, Store Street, Store Town, Store State / County, Store Postcode.",
				"Take payments in person via checks. This offline gateway can also be useful to test purchases.",
				List.of(title("Check payments", SHOWN_AT_CHECKOUT), instructions("", " and emails.")));
		return () -> gateway;
	}

	@Bean
	@Order(3)
	PaymentProvider cashOnDelivery() {
		String paid = "Pay with cash upon delivery.";
		PaymentGateway gateway = PaymentProvider.offline("cod", "Cash on delivery", paid,
				"Let your shoppers pay upon delivery \u2014 by cash or other methods of payment.",
				List.of(title("Cash on delivery",
						"Payment method description that the customer will see on your checkout."),
						instructions(paid, "."),
						new GatewaySetting("enable_for_methods", "Enable for shipping methods",
								"If COD is only available for certain methods, set it up here. Leave blank to enable for "
										+ "all methods.",
								"multiselect", "", ""),
						new GatewaySetting("enable_for_virtual", "Accept COD if the order is virtual", "", "checkbox",
								"yes", "yes")));
		return () -> gateway;
	}

	private static GatewaySetting title(String title, String description) {
		return new GatewaySetting("title", "Title", description, "safe_text", title, title);
	}

	private static GatewaySetting instructions(String text, String where) {
		return new GatewaySetting("instructions", "Instructions", ON_THANK_YOU_PAGE + where, "textarea", text, text);
	}

}
