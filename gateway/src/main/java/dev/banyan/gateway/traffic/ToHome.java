package dev.banyan.gateway.traffic;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import dev.banyan.gateway.moves.Measurements;
import dev.banyan.gateway.moves.Moves;
import dev.banyan.gateway.moves.Phase;
import dev.banyan.gateway.moves.Split;
import dev.banyan.gateway.proxy.Destination;
import dev.banyan.gateway.proxy.EdgeFailures;
import dev.banyan.gateway.routing.Home;
import dev.banyan.gateway.routing.Instances;
import dev.banyan.gateway.routing.RoutingTable;
import dev.banyan.gateway.shadow.Mirror;
import dev.banyan.gateway.shadow.Writes;
import dev.banyan.runtime.caller.Caller;
import dev.banyan.runtime.edge.EdgeFailure;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Sends a request to the home that serves it at this moment.
 */
@Component
class ToHome implements HandlerFilterFunction<ServerResponse, ServerResponse> {

	/** A tester names the home that is to serve; heeded while a move is under way. */
	static final String WANTED = "Banyan-Home";

	/** Asks for {@link #SERVED_BY}. */
	static final String WHO = "Banyan-Who-Served";

	/** Names the home that served and the phase of the move. */
	static final String SERVED_BY = "Banyan-Served-By";

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

	private final RoutingTable table;

	private final Instances instances;

	private final Moves moves;

	private final Measurements measurements;

	private final RequestMetrics metrics;

	private final Mirror mirror;

	private final Writes writes;

	private final Callers callers;

	private final EdgeFailures failures;

	ToHome(RoutingTable table, Instances instances, Moves moves, Measurements measurements, RequestMetrics metrics,
			Mirror mirror, Writes writes, Callers callers, EdgeFailures failures) {
		this.table = table;
		this.instances = instances;
		this.moves = moves;
		this.measurements = measurements;
		this.metrics = metrics;
		this.mirror = mirror;
		this.writes = writes;
		this.callers = callers;
		this.failures = failures;
	}

	@Override
	public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
		if (SAFE.contains(request.servletRequest().getMethod())) {
			return route(request, next);
		}
		this.writes.begin();
		try {
			return route(request, next);
		}
		finally {
			this.writes.end();
		}
	}

	private ServerResponse route(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
		Optional<RoutingTable.Route> route = this.table.route(request.servletRequest().getRequestURI());
		if (route.isEmpty()) {
			return this.failures.answer(request,
					new EdgeFailure(404, EdgeFailure.Kind.UNKNOWN_ROUTE, "Nothing is served at this path.", null));
		}
		String capability = route.get().capability();
		if (capability.equals(RoutingTable.UNCLAIMED)) {
			Home home = route.get().home();
			String token = home.legacy() ? null : this.callers.token(this.callers.identify(request.servletRequest()));
			return send(request, next, new Served(capability, home.name(), Phase.HOME, null), home, token);
		}
		return shared(request, next, this.moves.split(capability));
	}

	private ServerResponse shared(ServerRequest request, HandlerFunction<ServerResponse> next, Split split)
			throws Exception {
		HttpServletRequest incoming = request.servletRequest();
		boolean safe = SAFE.contains(incoming.getMethod());
		boolean identify = split.candidate() != null || !split.home().legacy();
		Caller caller = identify ? this.callers.identify(incoming) : null;
		Home home = split.choose(consumer(caller, incoming), safe, incoming.getHeader(WANTED));
		String token = (caller != null) ? this.callers.token(caller) : null;
		if (split.move().phase() == Phase.SHADOW && safe && split.candidate() != null && token != null) {
			this.mirror.watch(incoming, split.move().capability(), split.home(), split.candidate(), token);
		}
		Served served = new Served(split.move().capability(), home.name(), split.move().phase(),
				(caller != null) ? caller.consumer() : null);
		ServerResponse response = send(request, next, served, home, home.legacy() ? null : token);
		if (incoming.getHeader(WHO) != null) {
			response.headers().set(SERVED_BY, home.name() + "; phase=" + served.phase());
		}
		return response;
	}

	private ServerResponse send(ServerRequest request, HandlerFunction<ServerResponse> next, Served served, Home home,
			@Nullable String token) throws Exception {
		served.attachTo(request.servletRequest());
		new Destination(home.name(), this.instances.of(home), token, () -> {
			this.measurements.brokenOff(served.capability(), served.home());
			request.servletRequest().setAttribute(AccessLog.BROKEN_OFF, true);
		}).attachTo(request);
		long start = System.nanoTime();
		ServerResponse response = next.handle(request);
		int status = response.statusCode().value();
		Duration latency = Duration.ofNanos(System.nanoTime() - start);
		this.measurements.count(served.capability(), served.home(), latency, status >= 500 && status != 501);
		this.metrics.count(served, status, latency);
		return response;
	}

	private static String consumer(@Nullable Caller caller, HttpServletRequest incoming) {
		return (caller != null && caller.consumer() != null) ? caller.consumer() : incoming.getRemoteAddr();
	}

}
