package dev.banyan.legacy.shipping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.banyan.catalog.TermQuery;
import dev.banyan.catalog.Taxonomy;
import dev.banyan.catalog.Term;
import dev.banyan.catalog.Terms;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Values;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The settings of shipping methods as the API describes and changes them. A flat rate has
 * one more for each shipping class of the catalog.
 */
@Component
class MethodSettings {

	private static final String NAME = "Your customers will see the name of this shipping method during checkout.";

	private static final String SUM = "Enter a cost (excl. tax) or sum, e.g. <code>10.00 * [qty]</code>.<br/><br/>"
			+ "Use <code>[qty]</code> for the number of items, <br/><code>[cost]</code> for the total cost of items, "
			+ "and <code>[fee percent=\"10\" min_fee=\"20\" max_fee=\"\"]</code> for percentage based fees.";

	private static final String CALCULATION = "<span id=\"wc-shipping-advanced-costs-help-text\">Charge a flat rate per "
			+ "item, or enter a cost formula to charge a percentage based cost or a minimum fee. Learn more about "
			+ "<a target=\"_blank\" href=\"https://woocommerce.com/document/flat-rate-shipping/#advanced-costs\">"
			+ "advanced costs</a>.</span>";

	private static final String FREE = "Customers will need to spend this amount to get free shipping.";

	private static final String BEFORE = "If checked, free shipping would be available based on pre-discount order "
			+ "amount.";

	private static final Map<String, String> TAXABLE = ordered("taxable", "Taxable", "none", "None");

	private final Terms terms;

	MethodSettings(Terms terms) {
		this.terms = terms;
	}

	/** A setting; its unset value may differ from the default. */
	private record Field(String id, String label, String description, String type, String fallback, String unset,
			String placeholder, Map<String, String> options) {

		Field(String id, String label, String description, String type, String fallback, String placeholder) {
			this(id, label, description, type, fallback, fallback, placeholder, Map.of());
		}

	}

	Map<String, Object> bodies(RestRequest request, String method, Map<String, String> values) {
		Map<String, Object> bodies = new LinkedHashMap<>();
		for (Field field : fields(request, method)) {
			Map<String, Object> body = new LinkedHashMap<>();
			body.put("id", field.id());
			body.put("label", field.label());
			body.put("description", field.description());
			body.put("type", field.type());
			body.put("value", values.getOrDefault(field.id(), field.unset()));
			body.put("default", field.fallback());
			body.put("tip", field.description());
			body.put("placeholder", field.placeholder());
			if (!field.options().isEmpty()) {
				body.put("options", field.options());
			}
			bodies.put(field.id(), body);
		}
		return bodies;
	}

	Map<String, String> changed(RestRequest request, String method, Map<String, String> before) {
		Map<String, @Nullable Object> given = request.object("settings");
		Map<String, String> after = new LinkedHashMap<>(before);
		for (Field field : fields(request, method)) {
			if (given.containsKey(field.id())) {
				String value = Values.string(given.get(field.id()));
				after.put(field.id(), valid(field, (value != null) ? value.strip() : ""));
			}
		}
		return after;
	}

	private static String valid(Field field, String value) {
		boolean allowed = switch (field.type()) {
			case "select" -> field.options().containsKey(value);
			case "checkbox" -> Set.of("yes", "no").contains(value);
			default -> true;
		};
		if (!allowed) {
			throw new RestError(400, "rest_setting_value_invalid", "An invalid setting value was passed.");
		}
		return value;
	}

	private List<Field> fields(RestRequest request, String method) {
		return switch (method) {
			case "flat_rate" -> flatRate(request);
			case "free_shipping" ->
				List.of(new Field("title", "Name", NAME, "text", "Free shipping", "e.g. Free shipping"),
						new Field("requires", "Free shipping requires", "", "select", "", "", "",
								ordered("", "No requirement", "coupon", "A valid free shipping coupon", "min_amount",
										"A minimum order amount", "either", "A minimum order amount OR coupon", "both",
										"A minimum order amount AND coupon")),
						new Field("min_amount", "Minimum order amount", FREE, "text", "", "0", "", Map.of()),
						new Field("ignore_discounts", "Coupons discounts", BEFORE, "checkbox", "no", ""));
			default -> List.of(new Field("title", "Name", NAME, "text", "Local pickup", "e.g. Local pickup"),
					new Field("tax_status", "Tax status", "", "select", "taxable", "taxable", "", TAXABLE),
					new Field("cost", "Cost", "Optional cost for local pickup.", "text", "", "0"));
		};
	}

	private List<Field> flatRate(RestRequest request) {
		List<Field> fields = new ArrayList<>(
				List.of(new Field("title", "Name", NAME, "text", "Flat rate", "e.g. Standard national"),
						new Field("tax_status", "Tax status", "", "select", "taxable", "taxable", "", TAXABLE),
						new Field("cost", "Cost", SUM, "text", "", "")));
		List<Term> classes = this.terms
			.find(Taxonomy.SHIPPING_CLASS,
					new TermQuery(null, null, Set.of(), Set.of(), null, null, false, TermQuery.Sort.NAME, false, 0,
							Integer.MAX_VALUE))
			.items();
		if (!classes.isEmpty()) {
			fields.add(new Field("class_costs", "Shipping class costs", classes(request), "title", "", ""));
			for (Term shippingClass : classes) {
				fields.add(new Field("class_cost_" + shippingClass.id(),
						"\"" + shippingClass.name() + "\" shipping class cost", SUM, "text", "", "N/A"));
			}
			fields.add(new Field("no_class_cost", "No shipping class cost", SUM, "text", "", "N/A"));
			fields.add(new Field("type", "Calculation type", CALCULATION, "select", "class", "class", "",
					ordered("class", "Per class: Charge shipping for each shipping class individually", "order",
							"Per order: Charge shipping for the most expensive shipping class")));
		}
		return fields;
	}

	private static String classes(RestRequest request) {
		return "These costs can optionally be added based on the <a target=\"_blank\" href=\""
				+ request.caller().publicUrl() + "/wp-admin/admin.php?page=wc-settings&tab=shipping&section=classes\">"
				+ "product shipping class</a>. Learn more about <a target=\"_blank\" href=\""
				+ "https://woocommerce.com/document/flat-rate-shipping/#shipping-classes\">"
				+ "setting shipping class costs</a>.";
	}

	private static Map<String, String> ordered(String... pairs) {
		Map<String, String> ordered = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			ordered.put(pairs[i], pairs[i + 1]);
		}
		return ordered;
	}

}
