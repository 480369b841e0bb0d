package dev.banyan.legacy.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.banyan.legacy.protocol.Action;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import dev.banyan.settings.ReferenceData;
import dev.banyan.settings.ReferenceData.Continent;
import dev.banyan.settings.ReferenceData.Country;
import dev.banyan.settings.ReferenceData.Currency;
import dev.banyan.settings.ReferenceData.LocalFormat;
import dev.banyan.settings.ReferenceData.State;
import dev.banyan.settings.Settings;

import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

@Component
class ReferenceDataFace implements Face {

	private static final String PATH = "/wc/v3/data";

	private static final String CONTINENTS = PATH + "/continents";

	private static final String COUNTRIES = PATH + "/countries";

	private static final String CURRENCIES = PATH + "/currencies";

	private final ReferenceData reference;

	private final Settings settings;

	ReferenceDataFace(ReferenceData reference, Settings settings) {
		this.reference = reference;
		this.settings = settings;
	}

	@Override
	public void bind(Routes routes) {
		routes.on("GET", PATH, Action.LIST, this::contents)
			.on("GET", CONTINENTS, Action.LIST, this::continents)
			.on("GET", CONTINENTS + "/(?P<location>[\\w-]+)", Action.LIST, this::continent)
			.on("GET", COUNTRIES, Action.LIST, this::countries)
			.on("GET", COUNTRIES + "/(?P<location>[\\w-]+)", Action.LIST, this::country)
			.on("GET", CURRENCIES, Action.LIST, this::currencies)
			.on("GET", CURRENCIES + "/current", Action.VIEW, this::currentCurrency)
			.on("GET", CURRENCIES + "/(?P<currency>[\\w-]{3})", Action.VIEW, this::currency);
	}

	private Answer contents(RestRequest request) {
		return Answer.ok(List.of(content(request, "continents", "List of supported continents, countries, and states."),
				content(request, "countries", "List of supported states in a given country."),
				content(request, "currencies", "List of supported currencies.")));
	}

	private static Map<String, Object> content(RestRequest request, String slug, String description) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("slug", slug);
		body.put("description", description);
		body.put("_links", request.links(PATH + "/" + slug, PATH));
		return body;
	}

	private Answer continents(RestRequest request) {
		return Answer.ok(this.reference.continents().stream().map((continent) -> body(request, continent)).toList());
	}

	private Answer continent(RestRequest request) {
		String location = request.string("location", "");
		return Answer.ok(this.reference.continents()
			.stream()
			.filter((continent) -> continent.code().equalsIgnoreCase(location))
			.map((continent) -> body(request, continent))
			.findFirst()
			.orElseThrow(ReferenceDataFace::unknownLocation));
	}

	private Answer countries(RestRequest request) {
		return Answer.ok(this.reference.countries().stream().map((country) -> body(request, country)).toList());
	}

	private Answer country(RestRequest request) {
		String location = request.string("location", "");
		return Answer.ok(this.reference.countries()
			.stream()
			.filter((country) -> country.code().equalsIgnoreCase(location))
			.map((country) -> body(request, country))
			.findFirst()
			.orElseThrow(ReferenceDataFace::unknownLocation));
	}

	private Answer currencies(RestRequest request) {
		return Answer.ok(this.reference.currencies().stream().map((currency) -> body(request, currency)).toList());
	}

	private Answer currentCurrency(RestRequest request) {
		return currency(request, this.settings.current().currency());
	}

	private Answer currency(RestRequest request) {
		return currency(request, request.string("currency", ""));
	}

	private Answer currency(RestRequest request, String code) {
		return Answer.ok(this.reference.currencies()
			.stream()
			.filter((currency) -> currency.code().equalsIgnoreCase(code))
			.map((currency) -> body(request, currency))
			.findFirst()
			.orElseThrow(() -> new RestError(404, "woocommerce_rest_data_invalid_currency",
					"There are no currencies matching these parameters.")));
	}

	private static RestError unknownLocation() {
		return new RestError(404, "woocommerce_rest_data_invalid_location",
				"There are no locations matching these parameters.");
	}

	private Map<String, Object> body(RestRequest request, Continent continent) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("code", continent.code());
		body.put("name", continent.name());
		body.put("countries",
				this.reference.countries()
					.stream()
					.filter((country) -> country.continent().equals(continent.code()))
					.sorted((one, other) -> one.code().compareTo(other.code()))
					.map(this::localised)
					.toList());
		body.put("_links", request.links(CONTINENTS + "/" + continent.code().toLowerCase(Locale.ROOT), CONTINENTS));
		return body;
	}

	/** The API gives the name of the currency as the name of the country: recorded so. */
	private Map<String, Object> localised(Country country) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("code", country.code());
		LocalFormat format = country.format();
		body.put("name", (format != null) ? nameOf(format.currency()) : country.name());
		if (format != null) {
			body.put("currency_code", format.currency());
			body.put("currency_pos", format.position());
			body.put("decimal_sep", format.decimalSeparator());
			body.put("dimension_unit", format.dimensionUnit());
			body.put("num_decimals", format.decimals());
			body.put("thousand_sep", format.thousandSeparator());
			body.put("weight_unit", format.weightUnit());
		}
		body.put("states", country.states().stream().map(ReferenceDataFace::body).toList());
		return body;
	}

	private String nameOf(String code) {
		return this.reference.currencies()
			.stream()
			.filter((currency) -> currency.code().equals(code))
			.map((currency) -> HtmlUtils.htmlUnescape(currency.name()))
			.findFirst()
			.orElse(code);
	}

	private static Map<String, Object> body(RestRequest request, Country country) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("code", country.code());
		body.put("name", country.name());
		body.put("states", country.states().stream().map(ReferenceDataFace::body).toList());
		body.put("_links", request.links(COUNTRIES + "/" + country.code().toLowerCase(Locale.ROOT), COUNTRIES));
		return body;
	}

	/** A code that reads as a number is a JSON number: recorded so. */
	private static Map<String, Object> body(State state) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("code", state.code().matches("[1-9]\\d*") ? (Object) Long.valueOf(state.code()) : state.code());
		body.put("name", state.name());
		return body;
	}

	private static Map<String, Object> body(RestRequest request, Currency currency) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("code", currency.code());
		body.put("name", currency.name());
		body.put("symbol", currency.symbol());
		body.put("_links", request.links(CURRENCIES + "/" + currency.code(), CURRENCIES));
		return body;
	}

}
