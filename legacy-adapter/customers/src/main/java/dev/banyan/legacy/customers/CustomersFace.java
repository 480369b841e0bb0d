package dev.banyan.legacy.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.banyan.customers.Customer;
import dev.banyan.customers.CustomerConflict;
import dev.banyan.customers.CustomerQuery;
import dev.banyan.customers.Customers;
import dev.banyan.legacy.protocol.Action;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

@Component
class CustomersFace implements Face {

	private static final String EMAIL = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+";

	private final Customers customers;

	CustomersFace(Customers customers) {
		this.customers = customers;
	}

	@Override
	public void bind(Routes routes) {
		routes.resource(CustomerBody.PATH)
			.list(this::list)
			.create(this::create)
			.get(this::get)
			.update(this::update)
			.delete(this::delete)
			.batch();
		routes.on("GET", CustomerBody.PATH + "/(?P<customer_id>[\\d]+)/downloads", Action.VIEW, this::downloads);
	}

	private Answer list(RestRequest request) {
		CustomerQuery query = query(request);
		List<Map<String, @Nullable Object>> items = new ArrayList<>();
		this.customers.find(query).forEach((customer) -> items.add(CustomerBody.of(request, customer)));
		return Answer.page(items, this.customers.count(query));
	}

	private static CustomerQuery query(RestRequest request) {
		CustomerQuery.Sort sort = switch (request.string("orderby", "name")) {
			case "id" -> CustomerQuery.Sort.ID;
			case "registered_date" -> CustomerQuery.Sort.REGISTERED;
			case "include" -> CustomerQuery.Sort.INCLUDE;
			default -> CustomerQuery.Sort.NAME;
		};
		String role = request.string("role", "customer");
		String email = request.string("email");
		return new CustomerQuery(role.equals("all") ? null : role, (email != null && !email.isEmpty()) ? email : null,
				request.string("search"), request.ids("include"), request.ids("exclude"), sort,
				request.string("order", "asc").equals("desc"), request.offset(), request.perPage());
	}

	private Answer create(RestRequest request) {
		if (request.isSet("id") && !Long.valueOf(0).equals(request.longValue("id"))) {
			throw new RestError(400, "woocommerce_rest_customer_exists", "Cannot create existing resource.");
		}
		Customer draft = CustomerBody.changed(CustomerBody.BLANK, request);
		if (!draft.email().matches(EMAIL)) {
			throw new RestError(400, "customer_invalid_email", "Invalid email address");
		}
		if (!draft.username().matches("[A-Za-z0-9 _.\\-@]*")) {
			throw new RestError(400, "registration-error-invalid-username", "Please provide a valid account username.");
		}
		try {
			Customer added = this.customers.register(draft, password(request));
			return Answer.created(CustomerBody.of(request, added), CustomerBody.PATH + "/" + added.id());
		}
		catch (CustomerConflict ex) {
			throw ex.email()
					? new RestError(400, "registration-error-email-exists",
							"An account is already registered with " + draft.email()
									+ ". Please log in or use a different email address.")
					: new RestError(400, "registration-error-username-exists",
							"An account is already registered with that username. Please choose another.");
		}
	}

	private Answer get(RestRequest request) {
		return Answer.ok(CustomerBody.of(request, known(request, "id", 404, "Invalid resource ID.")));
	}

	private Answer update(RestRequest request) {
		Customer before = known(request, "id", 400, "Invalid resource ID.");
		if (request.isSet("username") && !before.username().equals(request.string("username"))) {
			throw new RestError(400, "woocommerce_rest_customer_invalid_argument", "Username isn't editable.");
		}
		Customer changed = CustomerBody.changed(before, request);
		if (!changed.email().matches(EMAIL)) {
			throw new RestError(400, "customer_invalid_email", "Invalid email address");
		}
		try {
			return Answer.ok(CustomerBody.of(request,
					this.customers.replace(changed, password(request)).orElseThrow(() -> unknown(400))));
		}
		catch (CustomerConflict ex) {
			throw new RestError(400, "woocommerce_rest_customer_invalid_email", "Email address is invalid.");
		}
	}

	private Answer delete(RestRequest request) {
		if (!request.isTrue("force")) {
			throw new RestError(501, "woocommerce_rest_trash_not_supported", "Customers do not support trashing.");
		}
		Customer customer = known(request, "id", 400, "Invalid resource id.");
		Long reassign = request.longValue("reassign");
		if (reassign != null && reassign != 0
				&& (reassign == customer.id() || this.customers.find(reassign).isEmpty())) {
			throw new RestError(400, "woocommerce_rest_customer_invalid_reassign",
					"Invalid resource id for reassignment.");
		}
		if (customer.role().equals("administrator")) {
			throw new RestError(401, "woocommerce_rest_cannot_delete",
					"Sorry, you are not allowed to delete this resource.");
		}
		this.customers.remove(customer.id());
		return Answer.ok(CustomerBody.of(request, customer));
	}

	/** Nothing that the shop serves itself grants downloads. */
	private Answer downloads(RestRequest request) {
		known(request, "customer_id", 404, "Invalid resource ID.");
		return Answer.ok(List.of());
	}

	private static @Nullable String password(RestRequest request) {
		String password = request.string("password");
		return (password != null && !password.isEmpty()) ? password : null;
	}

	private Customer known(RestRequest request, String name, int otherwise, String message) {
		Long id = request.longValue(name);
		return this.customers.find((id != null) ? id : 0)
			.orElseThrow(() -> new RestError(otherwise, "woocommerce_rest_invalid_id", message));
	}

	private static RestError unknown(int status) {
		return new RestError(status, "woocommerce_rest_invalid_id", "Invalid resource ID.");
	}

}
