package dev.banyan.legacy.customers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.banyan.customers.Address;
import dev.banyan.customers.Customer;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Values;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the API shows and reads it.
 */
final class CustomerBody {

	static final String PATH = "/wc/v3/customers";

	static final Customer BLANK = new Customer(0, "", "", "", "", "customer", Address.EMPTY, Address.EMPTY,
			Instant.EPOCH, null, false, List.of());

	private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

	private CustomerBody() {
	}

	static Map<String, @Nullable Object> of(RestRequest request, Customer customer) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("id", customer.id());
		body.put("date_created", date(customer.createdAt()));
		body.put("date_created_gmt", date(customer.createdAt()));
		body.put("date_modified", date(customer.modifiedAt()));
		body.put("date_modified_gmt", date(customer.modifiedAt()));
		body.put("email", customer.email());
		body.put("first_name", customer.firstName());
		body.put("last_name", customer.lastName());
		body.put("role", customer.role());
		body.put("username", customer.username());
		body.put("billing", address(customer.billing(), true));
		body.put("shipping", address(customer.shipping(), false));
		body.put("is_paying_customer", customer.payingCustomer());
		body.put("avatar_url", avatar(customer.email()));
		body.put("meta_data", MetaItems.bodies(customer.metaData()));
		String path = PATH + "/" + customer.id();
		body.put("_links", customer.role().equals("administrator")
				? request.links(path, PATH, List.of("GET", "POST", "PUT", "PATCH")) : request.links(path, PATH));
		return body;
	}

	private static @Nullable String date(@Nullable Instant instant) {
		return (instant != null) ? SECONDS.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) : null;
	}

	private static Map<String, String> address(Address address, boolean billing) {
		Map<String, String> body = new LinkedHashMap<>();
		body.put("first_name", address.firstName());
		body.put("last_name", address.lastName());
		body.put("company", address.company());
		body.put("address_1", address.address1());
		body.put("address_2", address.address2());
		body.put("city", address.city());
		body.put("postcode", address.postcode());
		body.put("country", address.country());
		body.put("state", address.state());
		if (billing) {
			body.put("email", address.email());
		}
		body.put("phone", address.phone());
		return body;
	}

	private static String avatar(String email) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest(email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
			return "https://secure.gravatar.com/avatar/" + HexFormat.of().formatHex(hash) + "?s=96&d=mm&r=g";
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Customer changed(Customer customer, RestRequest request) {
		return new Customer(customer.id(), request.string("email", customer.email()).strip(),
				customer.id() == 0 ? request.string("username", "").strip() : customer.username(),
				request.string("first_name", customer.firstName()), request.string("last_name", customer.lastName()),
				customer.role(), address(customer.billing(), request.object("billing"), true),
				address(customer.shipping(), request.object("shipping"), false), customer.createdAt(),
				customer.modifiedAt(), customer.payingCustomer(), request.has("meta_data")
						? MetaItems.changed(customer.metaData(), request.objects("meta_data")) : customer.metaData());
	}

	private static Address address(Address address, Map<String, @Nullable Object> given, boolean billing) {
		return new Address(part(given, "first_name", address.firstName()), part(given, "last_name", address.lastName()),
				part(given, "company", address.company()), part(given, "address_1", address.address1()),
				part(given, "address_2", address.address2()), part(given, "city", address.city()),
				part(given, "postcode", address.postcode()), part(given, "country", address.country()),
				part(given, "state", address.state()), billing ? part(given, "email", address.email()) : "",
				part(given, "phone", address.phone()));
	}

	private static String part(Map<String, @Nullable Object> given, String name, String before) {
		String value = given.containsKey(name) ? Values.string(given.get(name)) : before;
		return (value != null) ? value.strip() : "";
	}

}
