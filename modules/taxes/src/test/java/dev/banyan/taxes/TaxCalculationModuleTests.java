package dev.banyan.taxes;

import java.math.BigDecimal;
import java.util.List;

import dev.banyan.taxes.TaxableLine.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class TaxCalculationModuleTests {

	private static final TaxAddress LOS_ANGELES = new TaxAddress("US", "CA", "90001", "Los Angeles");

	@Autowired
	private TaxRates rates;

	@Autowired
	private TaxClasses classes;

	@Autowired
	private TaxCalculation calculation;

	@AfterEach
	void removeRates() {
		this.rates.find(null, TaxRates.Sort.ID, false, 0, 100).forEach((rate) -> this.rates.remove(rate.id()));
	}

	@Test
	void keepsTaxesUnroundedOnLinesAndRoundsEachLineInTheTotal() {
		long id = rate("US", "CA", "7.25", 1, false, "standard", List.of(), List.of());
		TaxResult result = calculate(false, line("a", "41.72"), line("b", "14.45"), line("fee", "3.00"));
		assertThat(result.lines().get("a").taxes().get(id)).isEqualByComparingTo("3.0247");
		assertThat(result.lines().get("b").taxes().get(id)).isEqualByComparingTo("1.047625");
		assertThat(result.totals().getFirst().goods()).isEqualByComparingTo("4.29");
		assertThat(result.totals().getFirst().rate().code()).isEqualTo("US-CA-TAX-1");
	}

	@Test
	void calculatesCompoundRatesOnTopOfTheOthers() {
		long simple = rate("US", "", "10", 1, false, "standard", List.of(), List.of());
		long compound = rate("US", "", "5", 2, true, "standard", List.of(), List.of());
		TaxResult.TaxedLine line = calculate(false, line("a", "100")).lines().get("a");
		assertThat(line.taxes().get(simple)).isEqualByComparingTo("10");
		assertThat(line.taxes().get(compound)).isEqualByComparingTo("5.5");
	}

	@Test
	void takesContainedTaxesOutOfAPriceThatIncludesThem() {
		rate("US", "", "10", 1, false, "standard", List.of(), List.of());
		rate("US", "", "5", 2, true, "standard", List.of(), List.of());
		TaxableLine gross = new TaxableLine("a", Kind.PRODUCT, "", new BigDecimal("115.50"), true);
		TaxResult.TaxedLine line = calculate(false, gross).lines().get("a");
		assertThat(line.net()).isEqualByComparingTo("100");
		assertThat(line.total()).isEqualByComparingTo("15.50");
	}

	@Test
	void appliesTheMostSpecificRateOfEachPriority() {
		rate("", "", "1", 1, false, "standard", List.of(), List.of());
		rate("US", "", "2", 1, false, "standard", List.of(), List.of());
		rate("US", "CA", "3", 1, false, "standard", List.of(), List.of());
		long wanted = rate("US", "CA", "4", 1, false, "standard", List.of("90000...90010"), List.of());
		rate("US", "CA", "5", 1, false, "standard", List.of("91*"), List.of());
		rate("US", "CA", "6", 1, false, "reduced-rate", List.of(), List.of());
		assertThat(calculate(false, line("a", "100")).totals()).singleElement()
			.satisfies((total) -> assertThat(total.rate().id()).isEqualTo(wanted));
	}

	@Test
	void comparesCitiesWithoutRegardToCase() {
		long wanted = rate("US", "CA", "4", 1, false, "standard", List.of(), List.of("LOS ANGELES"));
		assertThat(calculate(false, line("a", "100")).lines().get("a").taxes()).containsOnlyKeys(wanted);
	}

	@Test
	void roundsOnlyTheSumIfTheShopSaysSo() {
		rate("US", "", "10", 1, false, "standard", List.of(), List.of());
		TaxableLine[] lines = { line("a", "0.14"), line("b", "0.14"), line("c", "0.14") };
		assertThat(calculate(false, lines).totals().getFirst().goods()).isEqualByComparingTo("0.03");
		assertThat(calculate(true, lines).totals().getFirst().goods()).isEqualByComparingTo("0.04");
	}

	@Test
	void letsShippingInheritTheClassOfTheProducts() {
		rate("US", "", "10", 1, false, "standard", List.of(), List.of());
		long reduced = rate("US", "", "5", 1, false, "reduced-rate", List.of(), List.of());
		TaxResult result = calculate(false, TaxableLine.net("a", Kind.PRODUCT, "reduced-rate", new BigDecimal("10")),
				TaxableLine.net("s", Kind.SHIPPING, "inherit", new BigDecimal("10")));
		assertThat(result.lines().get("s").taxes()).containsOnlyKeys(reduced);
	}

	@Test
	void refusesASecondClassOfTheSameSlug() {
		assertThat(this.classes.add("Baby food").slug()).isEqualTo("baby-food");
		assertThatExceptionOfType(TaxClassExists.class).isThrownBy(() -> this.classes.add("Baby Food"));
		this.classes.remove("baby-food");
		assertThat(this.classes.all()).extracting(TaxClass::slug)
			.containsExactly("standard", "reduced-rate", "zero-rate");
	}

	private TaxResult calculate(boolean roundAtSubtotal, TaxableLine... lines) {
		return this.calculation.calculate(new TaxRequest(LOS_ANGELES, List.of(lines), 2, false, roundAtSubtotal));
	}

	private static TaxableLine line(String id, String amount) {
		return TaxableLine.net(id, Kind.PRODUCT, "", new BigDecimal(amount));
	}

	private long rate(String country, String state, String percent, int priority, boolean compound, String taxClass,
			List<String> postcodes, List<String> cities) {
		return this.rates
			.add(new TaxRate(0, country, state, new BigDecimal(percent), "Tax", priority, compound, true, 0, taxClass,
					postcodes, cities))
			.id();
	}

}
