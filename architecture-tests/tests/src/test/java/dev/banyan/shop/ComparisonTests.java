package dev.banyan.shop;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTests {

	@ParameterizedTest
	@CsvSource({ "products?oauth_nonce=ab1712345678cd&page=2, products?oauth_nonce=ef&page=2, true",
			"products?oauth_nonce=ab&page=2, products?oauth_nonce=1812345678&page=2, true",
			"products?oauth_nonce=ab&page=2, products?oauth_nonce=ab&page=3, false",
			"products?after=2026-11-21T10:00:00, products?after=2025-01-02T03:04:05, true" })
	void takesLinksForEqualThatDifferInWhatIsNewEachTime(String recorded, String now, boolean equal) {
		Exchange exchange = new Exchange(Exchange.JSON.readTree("""
				{"path": "/products", "status": 200, "headers": {"link": "<{{BASE}}/%s>"}, "responseBody": null}"""
			.formatted(recorded)));
		assertThat(
				new Comparison().differences(exchange, 200, Map.of("link", "<{{BASE}}/" + now + ">"), exchange.body()))
			.hasSize(equal ? 0 : 1);
	}

}
