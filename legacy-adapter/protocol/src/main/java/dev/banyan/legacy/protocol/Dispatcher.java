package dev.banyan.legacy.protocol;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import dev.banyan.runtime.Unavailable;
import dev.banyan.runtime.caller.Caller;
import dev.banyan.runtime.caller.Permissions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Serves the API: finds the route, checks credentials, parameters and permission in the
 * API's own order, runs the handler and renders its answer.
 */
@Controller
class Dispatcher implements Resources {

	private static final Logger logger = LoggerFactory.getLogger(Dispatcher.class);

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

	private final JsonMapper json = Json.mapper();

	private final DeclaredRoutes declared = new DeclaredRoutes(this.json);

	private final Routes routes = new Routes(this.declared);

	private final RequestReader reader = new RequestReader();

	private final Index index;

	private final Renderer renderer = new Renderer(this.json);

	Dispatcher(List<Face> faces, ShopSite site) {
		faces.forEach((face) -> face.bind(this.routes));
		this.index = new Index(this.declared, site, this.json);
	}

	/** The methods are named, since Spring would answer OPTIONS itself. */
	@RequestMapping(path = { "/wp-json", "/wp-json/**", "/index.php/wp-json", "/index.php/wp-json/**" },
			method = { RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST, RequestMethod.PUT,
					RequestMethod.PATCH, RequestMethod.DELETE, RequestMethod.OPTIONS })
	void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Caller caller = Caller.current();
		Exchange exchange = new Exchange(caller, path(request), PhpQuery.parse(request.getQueryString()));
		try {
			exchange.method = method(request, exchange.query);
			exchange.answer = answer(request, exchange);
		}
		catch (RuntimeException ex) {
			RestError failure = Failure.of(ex, request.getMethod() + " " + exchange.path);
			if (failure.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
				response.setHeader("Retry-After", "5");
			}
			exchange.fail(failure);
		}
		this.renderer.render(exchange, request, response);
	}

	@RequestMapping({ "/wp-json", "/wp-json/**", "/index.php/wp-json", "/index.php/wp-json/**" })
	void serveOtherMethod(HttpServletRequest request, HttpServletResponse response) throws IOException {
		serve(request, response);
	}

	/** What this process serves, as OpenAPI describes it. */
	@GetMapping(path = "/openapi/legacy.json", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	String description() {
		return JsonMapper.builder()
			.build()
			.writeValueAsString(new OpenApi(this.declared, this.routes, this.json).document());
	}

	@Override
	public Optional<String> json(String path, URI publicUrl) {
		DeclaredRoutes.Match match = this.declared.match(path);
		Routes.Bound bound = (match != null) ? this.routes.bound("GET", match.route()) : null;
		if (match == null || bound == null) {
			return Optional.empty();
		}
		Caller caller = Caller.key("in-process", Permissions.READ, publicUrl);
		Map<String, @Nullable Object> parameters = Parameters.of(match.route().parameters("GET"),
				new LinkedHashMap<>(match.variables()));
		RestRequest request = new RestRequest("GET", path, parameters, Map.of(), caller, this.declared);
		AtomicReference<@Nullable Object> body = new AtomicReference<>();
		Caller.runAs(caller, () -> {
			try {
				body.set(bound.handler().handle(request).body());
			}
			catch (RestError ex) {
				if (ex.status() != HttpServletResponse.SC_NOT_FOUND) {
					throw ex;
				}
			}
			return null;
		});
		return Optional.ofNullable(body.get()).map(this.json::writeValueAsString);
	}

	private Answer answer(HttpServletRequest request, Exchange exchange) throws IOException {
		requireCredentials(exchange);
		if (exchange.path.isEmpty() || exchange.path.equals("/wc/v3")) {
			exchange.allowed = List.of("GET");
			if (!exchange.method.equals("GET")) {
				throw noRoute();
			}
			return this.index.answer(exchange.path, exchange.caller);
		}
		DeclaredRoutes.Match match = this.declared.match(exchange.path);
		if (exchange.method.equals("OPTIONS")) {
			exchange.allowed = (match != null) ? allowed(match.route(), exchange.caller) : List.of();
			return Answer.ok((match != null) ? this.index.options(match.route(), exchange.caller) : List.of());
		}
		Routes.Bound bound = (match != null) ? this.routes.bound(exchange.method, match.route()) : null;
		if (match == null || bound == null) {
			throw noRoute();
		}
		exchange.allowed = allowed(match.route(), exchange.caller);
		Map<String, @Nullable Object> given = new LinkedHashMap<>(exchange.query);
		given.putAll(this.reader.body(request));
		given.putAll(match.variables());
		Map<String, @Nullable Object> parameters = Parameters.of(match.route().parameters(exchange.method), given);
		if (!permitted(bound, exchange.caller)) {
			throw bound.action().refusal();
		}
		exchange.request = new RestRequest(exchange.method, exchange.path, parameters, exchange.query, exchange.caller,
				this.declared);
		return bound.handler().handle(exchange.request);
	}

	private static void requireCredentials(Exchange exchange) {
		Caller caller = exchange.caller;
		if (!exchange.path.startsWith("/wc/")) {
			return;
		}
		if (caller.refusal() != null) {
			throw new RestError(caller.refusal().status(), caller.refusal().code(), caller.refusal().message());
		}
		if (caller.kind() != Caller.Kind.KEY || exchange.method.equals("OPTIONS")) {
			return;
		}
		if (!METHODS.contains(exchange.method)) {
			throw unauthenticated("Unknown request method.");
		}
		if (exchange.method.equals("GET") && !caller.permissions().canRead()) {
			throw unauthenticated("The API key provided does not have read permissions.");
		}
		if (!exchange.method.equals("GET") && !caller.permissions().canWrite()) {
			throw unauthenticated("The API key provided does not have write permissions.");
		}
	}

	private static RestError unauthenticated(String message) {
		return new RestError(401, "woocommerce_rest_authentication_error", message);
	}

	private List<String> allowed(DeclaredRoute route, Caller caller) {
		return route.methods().stream().filter((method) -> {
			Routes.Bound bound = this.routes.bound(method, route);
			return bound != null && permitted(bound, caller);
		}).toList();
	}

	private static boolean permitted(Routes.Bound bound, Caller caller) {
		return bound.action() == Action.PUBLIC || caller.kind() == Caller.Kind.KEY || caller.kind() == Caller.Kind.USER;
	}

	private static RestError noRoute() {
		return new RestError(404, "rest_no_route", "No route was found matching the URL and request method.");
	}

	private static String path(HttpServletRequest request) {
		String uri = java.net.URLDecoder.decode(request.getRequestURI().replace("+", "%2B"),
				java.nio.charset.StandardCharsets.UTF_8);
		String path = uri.substring(uri.indexOf("/wp-json") + "/wp-json".length());
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

	private static String method(HttpServletRequest request, Map<String, @Nullable Object> query) {
		String method = request.getMethod().toUpperCase(Locale.ROOT);
		if (method.equals("HEAD")) {
			return "GET";
		}
		String override = Values.string(query.get("_method"));
		if (override == null) {
			override = request.getHeader("X-HTTP-Method-Override");
		}
		return (override != null && method.equals("POST")) ? override.toUpperCase(Locale.ROOT) : method;
	}

}
