package dev.banyan.shop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Compares answers with recorded ones, field by field. Numbers of resources may be any
 * others, but the same resource has to keep the same number throughout; times, keys and
 * what else no two shops have in common need only be of the same type.
 */
final class Comparison {

	private static final Set<String> VOLATILE = Set.of("date_created", "date_created_gmt", "date_modified",
			"date_modified_gmt", "date_paid", "date_paid_gmt", "date_completed", "date_completed_gmt", "order_key",
			"payment_url", "receipt_url", "expiration_date", "related_ids");

	private static final Pattern NUMBERED = Pattern
		.compile("id|parent|.*_id|.*_ids|grouped_products|variations|resource_id|instance_id");

	private static final Pattern TIME = Pattern
		.compile("1[789]\\d{8}|20\\d\\d-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.0+)?");

	private static final Pattern SIGNED = Pattern.compile("oauth_(timestamp|nonce|signature)=[^&>]*");

	private static final Pattern DIGITS = Pattern.compile("\\d+");

	/** What a recorded number of some kind stands for here. */
	private final Map<String, Map<Long, Long>> numbers = new HashMap<>();

	private final Map<String, Set<String>> anyNumber = new HashMap<>();

	private List<String> differences = new ArrayList<>();

	/** The differences of one answer, each with its place; empty if it is equal. */
	List<String> differences(Exchange recorded, int status, Map<String, String> headers, JsonNode body) {
		this.differences = new ArrayList<>();
		if (recorded.status() != status) {
			differ("status", recorded.status(), status);
		}
		recorded.headers().properties().forEach((header) -> {
			String actual = headers.get(header.getKey());
			if (actual == null || !sameText(header.getValue().asString(), actual)) {
				differ(header.getKey(), header.getValue(), actual);
			}
		});
		compare(recorded.body(), body, "", "", List.of(), recorded.path().replaceAll("/(\\d+|batch)", ""));
		return this.differences;
	}

	private void compare(JsonNode recorded, JsonNode actual, String where, String key, List<String> parents,
			String path) {
		if (recorded.getNodeType() != actual.getNodeType()) {
			differ(where, recorded, actual);
		}
		else if (recorded.isObject()) {
			Set<String> names = new LinkedHashSet<>(recorded.propertyNames());
			names.addAll(actual.propertyNames());
			for (String name : names) {
				if (recorded.has(name) && actual.has(name)) {
					compare(recorded.get(name), actual.get(name), where + "." + name, name, parents, path);
				}
				else {
					differ(where + "." + name, recorded.get(name), actual.get(name));
				}
			}
		}
		else if (recorded.isArray()) {
			array(recorded, actual, where, key, parents, path);
		}
		else if (!VOLATILE.contains(key) && !same(recorded, actual, key, parents, path)) {
			differ(where, recorded, actual);
		}
	}

	private void array(JsonNode recorded, JsonNode actual, String where, String key, List<String> parents,
			String path) {
		if (recorded.size() != actual.size()) {
			differ(where + " has entries", recorded.size(), actual.size());
			return;
		}
		List<String> nested = new ArrayList<>(parents);
		if (!Set.of("", "create", "update", "delete").contains(key)) {
			nested.add(key);
		}
		for (int i = 0; i < recorded.size(); i++) {
			compare(recorded.get(i), actual.get(i), where + "[" + i + "]", key,
					recorded.get(i).isContainer() ? nested : parents, path);
		}
	}

	private boolean same(JsonNode recorded, JsonNode actual, String key, List<String> parents, String path) {
		if (recorded.isNumber() && NUMBERED.matcher(key).matches() && recorded.isIntegralNumber()
				&& actual.isIntegralNumber()) {
			return sameNumber(kind(key, parents, path), recorded.asLong(), actual.asLong());
		}
		if (recorded.isNumber()) {
			return recorded.decimalValue().compareTo(actual.decimalValue()) == 0;
		}
		return recorded.isString() ? sameText(recorded.asString(), actual.asString()) : recorded.equals(actual);
	}

	private static String kind(String key, List<String> parents, String path) {
		if (!key.equals("id") && !key.equals("parent")) {
			return key.endsWith("_ids") ? key.substring(0, key.length() - 1) : key;
		}
		return parents.isEmpty() ? path : parents.getLast();
	}

	private boolean sameNumber(String kind, long recorded, long actual) {
		if (recorded == 0 || actual == 0) {
			return recorded == actual;
		}
		Long known = this.numbers.computeIfAbsent(kind, (name) -> new HashMap<>()).putIfAbsent(recorded, actual);
		this.anyNumber.computeIfAbsent(String.valueOf(recorded), (number) -> new HashSet<>())
			.add(String.valueOf(actual));
		return known == null || known == actual;
	}

	private boolean sameText(String recorded, String actual) {
		String one = withoutTimes(recorded);
		String other = withoutTimes(actual);
		if (one.equals(other) || (one.contains("{{BASE}}") || one.startsWith("/"))
				&& withoutNumbers(one).equals(withoutNumbers(other))) {
			return true;
		}
		List<String> numbers = DIGITS.matcher(one).results().map((match) -> match.group()).toList();
		List<String> others = DIGITS.matcher(other).results().map((match) -> match.group()).toList();
		if (!DIGITS.matcher(one).replaceAll("#").equals(DIGITS.matcher(other).replaceAll("#"))
				|| numbers.size() != others.size()) {
			return false;
		}
		for (int i = 0; i < numbers.size(); i++) {
			if (!numbers.get(i).equals(others.get(i))
					&& !this.anyNumber.getOrDefault(numbers.get(i), Set.of()).contains(others.get(i))) {
				return false;
			}
		}
		return true;
	}

	/** First what was signed: a nonce may hold ten digits that look like a time. */
	private static String withoutTimes(String text) {
		String unsigned = SIGNED.matcher(text)
			.replaceAll((match) -> Matcher.quoteReplacement("oauth_" + match.group(1) + "=*"));
		return TIME.matcher(unsigned).replaceAll("<time>");
	}

	private static String withoutNumbers(String link) {
		return link.replaceAll("/\\d+(?=[/?&>\"]|$)", "/#")
			.replaceAll("([?&](p|post|page_id|order|pay_for_order)=)\\d+", "$1#");
	}

	private void differ(String where, Object recorded, Object actual) {
		this.differences.add(where + ": " + brief(recorded) + " recorded, " + brief(actual) + " now");
	}

	private static String brief(Object content) {
		String text = String.valueOf(content);
		return (text.length() > 120) ? text.substring(0, 120) + "..." : text;
	}

}
