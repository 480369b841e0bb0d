package dev.banyan.recordings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.banyan.recordings.Recording.Answer;
import dev.banyan.recordings.Recording.Exchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

/**
 * Compares answers with recorded ones: status, headers, and every field of the body.
 */
final class FieldByField {

	/** Different every time; only the type of their values is compared. */
	private static final Set<String> VOLATILE = Set.of("date_created", "date_created_gmt", "date_modified",
			"date_modified_gmt", "date_paid", "date_paid_gmt", "date_completed", "date_completed_gmt", "order_key",
			"payment_url", "receipt_url", "related_ids", "expiration_date");

	private static final Pattern ID = Pattern
		.compile("id|parent|\\w+_ids?|grouped_products|variations|resource_id|instance_id");

	private static final Set<String> BATCH = Set.of("create", "update", "delete");

	private final Numbering numbering = new Numbering();

	/** A field that differs. */
	record Difference(String field, String recorded, String answered) {

		@Override
		public String toString() {
			return this.field + ": recorded " + this.recorded + ", answered " + this.answered;
		}

	}

	/** Where a value stands: the field it belongs to, and the kind of thing around it. */
	private record Place(String field, String name, String kind) {

		Place field(String child) {
			return new Place(this.field + "." + child, child, this.kind);
		}

		Place item(int index) {
			boolean list = this.name.isEmpty() || BATCH.contains(this.name);
			return new Place(this.field + "[" + index + "]", this.name, list ? this.kind : this.name);
		}

		/** What an id at this place identifies. */
		String identifies() {
			if (this.name.equals("id") || this.name.equals("parent")) {
				return this.kind;
			}
			return this.name.endsWith("_ids") ? this.name.substring(0, this.name.length() - 1) : this.name;
		}

	}

	List<Difference> differences(Exchange exchange, Answer answer) {
		List<Difference> found = new ArrayList<>();
		Answer recorded = exchange.answer();
		String resource = exchange.path().replaceAll("/(\\d+|batch)(?=/|$)", "");
		compare(new Place("status", "status", resource), IntNode.valueOf(recorded.status()),
				IntNode.valueOf(answer.status()), found);
		compare(new Place("headers", "headers", resource), recorded.headers(), answer.headers(), found);
		compare(new Place("body", "", resource), recorded.body(), answer.body(), found);
		return found;
	}

	private void compare(Place place, JsonNode recorded, JsonNode answered, List<Difference> found) {
		if (recorded.getNodeType() != answered.getNodeType()) {
			found.add(difference(place, recorded, answered));
		}
		else if (recorded.isObject()) {
			Set<String> fields = new LinkedHashSet<>(recorded.propertyNames());
			fields.addAll(answered.propertyNames());
			fields.forEach((field) -> compare(place.field(field), recorded.path(field), answered.path(field), found));
		}
		else if (recorded.isArray()) {
			if (recorded.size() != answered.size()) {
				found.add(difference(place, recorded, answered));
			}
			for (int i = 0; i < Math.min(recorded.size(), answered.size()); i++) {
				compare(place.item(i), recorded.get(i), answered.get(i), found);
			}
		}
		else if (!VOLATILE.contains(place.name()) && !same(place, recorded, answered)) {
			found.add(difference(place, recorded, answered));
		}
	}

	private boolean same(Place place, JsonNode recorded, JsonNode answered) {
		if (recorded.isIntegralNumber() && answered.isIntegralNumber() && ID.matcher(place.name()).matches()) {
			return this.numbering.same(place.identifies(), recorded.asLong(), answered.asLong());
		}
		if (recorded.isNumber()) {
			return recorded.decimalValue().compareTo(answered.decimalValue()) == 0;
		}
		if (recorded.isString()) {
			return this.numbering.same(recorded.asString(), answered.asString());
		}
		return recorded.equals(answered);
	}

	private static Difference difference(Place place, JsonNode recorded, JsonNode answered) {
		return new Difference(place.field(), shown(recorded), shown(answered));
	}

	private static String shown(JsonNode node) {
		String text = node.isMissingNode() ? "nothing" : node.toString();
		return (text.length() > 120) ? text.substring(0, 120) + "..." : text;
	}

}
