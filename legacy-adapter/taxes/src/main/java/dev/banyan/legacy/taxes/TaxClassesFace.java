package dev.banyan.legacy.taxes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.banyan.legacy.protocol.Action;
import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import dev.banyan.taxes.TaxClass;
import dev.banyan.taxes.TaxClassExists;
import dev.banyan.taxes.TaxClasses;

import org.springframework.stereotype.Component;

@Component
class TaxClassesFace implements Face {

	private static final String PATH = "/wc/v3/taxes/classes";

	private static final String ITEM = PATH + "/(?P<slug>\\w[\\w\\s\\-]*)";

	private final TaxClasses classes;

	TaxClassesFace(TaxClasses classes) {
		this.classes = classes;
	}

	@Override
	public void bind(Routes routes) {
		routes.on("GET", PATH, Action.LIST, this::list)
			.on("POST", PATH, Action.CREATE, this::create)
			.on("GET", ITEM, Action.LIST, this::get)
			.on("DELETE", ITEM, Action.DELETE, this::delete);
	}

	private Answer list(RestRequest request) {
		List<Map<String, Object>> items = this.classes.all()
			.stream()
			.map((taxClass) -> body(request, taxClass))
			.toList();
		return Answer.page(items, items.size());
	}

	private Answer create(RestRequest request) {
		String name = request.string("name", "").strip();
		if (name.isEmpty()) {
			throw new RestError(400, "woocommerce_rest_tax_class_invalid_name", "Tax class requires a valid name");
		}
		try {
			TaxClass added = this.classes.add(name);
			return Answer.created(body(request, added), PATH + "/" + added.slug());
		}
		catch (TaxClassExists ex) {
			throw new RestError(400, "woocommerce_rest_tax_class_exists", "Tax class already exists");
		}
	}

	private Answer get(RestRequest request) {
		return Answer.ok(List.of(body(request, known(request))));
	}

	private Answer delete(RestRequest request) {
		if (!request.isTrue("force")) {
			throw new RestError(501, "woocommerce_rest_trash_not_supported", "Taxes do not support trashing.");
		}
		TaxClass taxClass = known(request);
		if (taxClass.slug().equals("standard")) {
			throw new RestError(400, "woocommerce_rest_tax_class_invalid_slug", "Invalid slug.");
		}
		this.classes.remove(taxClass.slug());
		return Answer.ok(body(request, taxClass));
	}

	private TaxClass known(RestRequest request) {
		return this.classes.find(request.string("slug", ""))
			.orElseThrow(() -> new RestError(404, "woocommerce_rest_tax_class_invalid_slug", "Invalid slug."));
	}

	private static Map<String, Object> body(RestRequest request, TaxClass taxClass) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("slug", taxClass.slug());
		body.put("name", taxClass.name());
		body.put("_links", Map.of("collection", request.link(PATH)));
		return body;
	}

}
