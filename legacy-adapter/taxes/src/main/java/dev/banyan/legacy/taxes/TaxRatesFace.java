package dev.banyan.legacy.taxes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import dev.banyan.legacy.protocol.Values;
import dev.banyan.taxes.TaxClass;
import dev.banyan.taxes.TaxClasses;
import dev.banyan.taxes.TaxRate;
import dev.banyan.taxes.TaxRates;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

@Component
class TaxRatesFace implements Face {

	private static final String PATH = "/wc/v3/taxes";

	private static final TaxRate BLANK = new TaxRate(0, "", "", BigDecimal.ZERO.setScale(4), "", 1, false, true, 0,
			"standard", List.of(), List.of());

	private final TaxRates rates;

	private final TaxClasses classes;

	TaxRatesFace(TaxRates rates, TaxClasses classes) {
		this.rates = rates;
		this.classes = classes;
	}

	@Override
	public void bind(Routes routes) {
		for (String pattern : List.of(PATH, PATH + "/(?P<id>[\\d]+)")) {
			routes.choices(pattern, "class", () -> this.classes.all().stream().map(TaxClass::slug).toList());
		}
		routes.resource(PATH)
			.list(this::list)
			.create(this::create)
			.get(this::get)
			.update(this::update)
			.delete(this::delete)
			.batch();
	}

	private Answer list(RestRequest request) {
		String taxClass = request.string("class");
		TaxRates.Sort sort = switch (request.string("orderby", "order")) {
			case "id" -> TaxRates.Sort.ID;
			case "priority" -> TaxRates.Sort.PRIORITY;
			default -> TaxRates.Sort.POSITION;
		};
		List<Map<String, Object>> items = this.rates
			.find(taxClass, sort, request.string("order", "asc").equals("desc"), request.offset(), request.perPage())
			.stream()
			.map((rate) -> body(request, rate))
			.toList();
		return Answer.page(items, this.rates.count(taxClass));
	}

	private Answer create(RestRequest request) {
		TaxRate added = this.rates.add(changed(BLANK, request));
		return Answer.created(body(request, added), PATH + "/" + added.id());
	}

	private Answer get(RestRequest request) {
		return Answer.ok(body(request, known(request, 404)));
	}

	private Answer update(RestRequest request) {
		TaxRate changed = changed(known(request, 404), request);
		return Answer.ok(body(request, this.rates.replace(changed).orElseThrow(() -> unknown(404))));
	}

	private Answer delete(RestRequest request) {
		if (!request.isTrue("force")) {
			throw new RestError(501, "woocommerce_rest_trash_not_supported", "Taxes do not support trashing.");
		}
		TaxRate rate = known(request, 400);
		this.rates.remove(rate.id());
		return Answer.ok(body(request, rate));
	}

	private TaxRate known(RestRequest request, int otherwise) {
		Long id = request.longValue("id");
		return this.rates.find((id != null) ? id : 0).orElseThrow(() -> unknown(otherwise));
	}

	private static RestError unknown(int status) {
		return new RestError(status, "woocommerce_rest_invalid_id", "Invalid resource ID.");
	}

	private static TaxRate changed(TaxRate rate, RestRequest request) {
		Integer priority = request.integer("priority");
		Integer position = request.integer("order");
		Boolean compound = request.bool("compound");
		Boolean shipping = request.bool("shipping");
		String taxClass = request.string("class", rate.taxClass());
		return new TaxRate(rate.id(), code(request.string("country"), rate.country(), 2),
				code(request.string("state"), rate.state(), 190), percent(request, rate),
				request.string("name", rate.name()).strip(), (priority != null) ? Math.abs(priority) : rate.priority(),
				(compound != null) ? compound : rate.compound(), (shipping != null) ? shipping : rate.shipping(),
				(position != null) ? Math.abs(position) : rate.position(), taxClass.isEmpty() ? "standard" : taxClass,
				places(request, "postcodes", "postcode", rate.postcodes()),
				places(request, "cities", "city", rate.cities()));
	}

	/** A star stands for every country or state. */
	private static String code(@Nullable String given, String before, int longest) {
		if (given == null) {
			return before;
		}
		String code = given.strip().toUpperCase(Locale.ROOT);
		return code.equals("*") ? "" : code.substring(0, Math.min(longest, code.length()));
	}

	private static BigDecimal percent(RestRequest request, TaxRate rate) {
		if (!request.isSet("rate")) {
			return rate.percent();
		}
		BigDecimal percent = request.decimal("rate");
		return ((percent != null) ? percent : BigDecimal.ZERO).setScale(4, RoundingMode.HALF_UP);
	}

	private static List<String> places(RestRequest request, String list, String text, List<String> before) {
		List<String> places = new ArrayList<>();
		if (request.isSet(list)) {
			request.list(list).forEach((place) -> places.add(Values.string(place) + ""));
		}
		else if (request.isSet(text)) {
			places.addAll(Arrays.asList(request.string(text, "").split(";")));
		}
		else {
			return before;
		}
		return places.stream()
			.map((place) -> place.strip().toUpperCase(Locale.ROOT))
			.filter((place) -> !place.isEmpty() && !place.equals("*"))
			.toList();
	}

	private static Map<String, Object> body(RestRequest request, TaxRate rate) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("id", rate.id());
		body.put("country", rate.country());
		body.put("state", rate.state());
		body.put("postcode", rate.postcodes().isEmpty() ? "" : rate.postcodes().getLast());
		body.put("city", rate.cities().isEmpty() ? "" : rate.cities().getLast());
		body.put("rate", rate.percent().setScale(4, RoundingMode.HALF_UP).toPlainString());
		body.put("name", rate.name());
		body.put("priority", rate.priority());
		body.put("compound", rate.compound());
		body.put("shipping", rate.shipping());
		body.put("order", rate.position());
		body.put("class", rate.taxClass());
		body.put("postcodes", rate.postcodes());
		body.put("cities", rate.cities());
		body.put("_links", request.links(PATH + "/" + rate.id(), PATH));
		return body;
	}

}
