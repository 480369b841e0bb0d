package dev.banyan.runtime.seam;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.function.Supplier;

import dev.banyan.runtime.caller.Caller;
import dev.banyan.runtime.caller.CallerTokens;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.http.HttpRequest;
import org.springframework.http.ProblemDetail;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the seams of other modules: per call either the implementation in this process
 * or, over HTTP, the one in another process, guarded by timeouts, a circuit breaker and a
 * bulkhead per module.
 */
public final class Seams {

	private static final int CONCURRENT_CALLS = 32;

	private static final URI THIS_PROCESS = URI.create("http://localhost");

	private final PlacementSettings settings;

	private final Placement placement;

	private final CallerTokens tokens;

	private final ListableBeanFactory beans;

	private final JsonMapper json;

	Seams(PlacementSettings settings, Placement placement, CallerTokens tokens, ListableBeanFactory beans,
			JsonMapper json) {
		this.settings = settings;
		this.placement = placement;
		this.tokens = tokens;
		this.beans = beans;
		this.json = json;
	}

	/**
	 * Makes a seam. It is to be the primary bean of its type; the implementation in this
	 * process is any other one.
	 * @param <S> the seam
	 * @param module the module that owns it
	 * @param seam the seam
	 * @param remote its HTTP mapping
	 * @param beanName the name of the bean that is being made
	 * @param problems how problems become exceptions
	 * @return the seam
	 */
	public <S> S seam(String module, Class<S> seam, Class<? extends S> remote, String beanName, SeamProblems problems) {
		PlacementSettings.Module place = this.settings.of(module);
		Supplier<@Nullable S> local = lazily(() -> local(seam, beanName));
		S other = (place.url() != null) ? guarded(module, seam, client(place, remote, problems), problems) : null;
		this.placement.register(module, place.remote());
		return proxy(seam, (method, arguments) -> {
			S here = local.get();
			boolean leave = here == null || (other != null && this.placement.nextIsRemote(module));
			if (leave && other == null) {
				throw problems.unavailable()
					.apply(new IllegalStateException(
							"banyan.placement." + module + ".url is not set and no implementation is here"));
			}
			return invoke(method, leave ? other : here, arguments);
		});
	}

	private <S> @Nullable S local(Class<S> seam, String beanName) {
		for (String name : this.beans.getBeanNamesForType(seam)) {
			Class<?> type = this.beans.getType(name);
			boolean controller = type != null
					&& type.isAnnotationPresent(org.springframework.web.bind.annotation.RestController.class);
			if (!name.equals(beanName) && !controller) {
				return this.beans.getBean(name, seam);
			}
		}
		return null;
	}

	private <R> R client(PlacementSettings.Module place, Class<R> remote, SeamProblems problems) {
		HttpComponentsClientHttpRequestFactory http = new HttpComponentsClientHttpRequestFactory(HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setMaxConnPerRoute(CONCURRENT_CALLS)
				.setMaxConnTotal(CONCURRENT_CALLS)
				.setDefaultConnectionConfig(ConnectionConfig.custom()
					.setConnectTimeout(Timeout.of(place.connectTimeout()))
					.setSocketTimeout(Timeout.of(place.readTimeout()))
					.setValidateAfterInactivity(TimeValue.ofSeconds(1))
					.build())
				.build())
			.disableAutomaticRetries()
			.build());
		RestClient client = RestClient.builder()
			.baseUrl(java.util.Objects.requireNonNull(place.url()))
			.requestFactory(http)
			.requestInterceptor((request, body, execution) -> {
				Caller caller = Caller.currentOrNull();
				request.getHeaders()
					.set(CallerTokens.HEADER,
							this.tokens.sign((caller != null) ? caller : Caller.anonymous(THIS_PROCESS)));
				return execution.execute(request, body);
			})
			.defaultStatusHandler((status) -> status.isError(),
					(request, response) -> fail(request, response, problems))
			.build();
		return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client)).build().createClient(remote);
	}

	private void fail(HttpRequest request, ClientHttpResponse response, SeamProblems problems)
			throws java.io.IOException {
		ProblemDetail problem = this.json.readValue(response.getBody().readAllBytes(), ProblemDetail.class);
		var known = problems.byType().get(String.valueOf(problem.getType()));
		if (known != null) {
			throw known.apply(problem);
		}
		throw new RestClientException(request.getURI() + " answered " + response.getStatusCode());
	}

	private static <S> S guarded(String module, Class<S> seam, S remote, SeamProblems problems) {
		CircuitBreaker breaker = CircuitBreaker.of(module,
				CircuitBreakerConfig.custom()
					.slidingWindowSize(50)
					.minimumNumberOfCalls(20)
					.waitDurationInOpenState(java.time.Duration.ofSeconds(2))
					.recordException(Seams::isTransport)
					.build());
		Bulkhead bulkhead = Bulkhead.of(module,
				BulkheadConfig.custom()
					.maxConcurrentCalls(CONCURRENT_CALLS)
					.maxWaitDuration(java.time.Duration.ofSeconds(12))
					.build());
		return proxy(seam, (method, arguments) -> {
			try {
				return bulkhead.executeCheckedSupplier(
						() -> breaker.executeCheckedSupplier(() -> invoke(method, remote, arguments)));
			}
			catch (CallNotPermittedException | BulkheadFullException ex) {
				throw problems.unavailable().apply(ex);
			}
			catch (Throwable ex) {
				throw isTransport(ex) ? problems.unavailable().apply(ex) : ex;
			}
		});
	}

	private static boolean isTransport(Throwable ex) {
		return ex instanceof RestClientException || ex instanceof java.io.IOException
				|| ex instanceof tools.jackson.core.JacksonException;
	}

	@FunctionalInterface
	private interface Call {

		@Nullable Object on(Method method, Object @Nullable [] arguments) throws Throwable;

	}

	private static <S> S proxy(Class<S> seam, Call call) {
		return seam.cast(Proxy.newProxyInstance(seam.getClassLoader(), new Class<?>[] { seam },
				(proxy, method, arguments) -> (method.getDeclaringClass() == Object.class)
						? ofObject(seam, proxy, method, arguments) : call.on(method, arguments)));
	}

	private static @Nullable Object ofObject(Class<?> seam, Object proxy, Method method,
			Object @Nullable [] arguments) {
		return switch (method.getName()) {
			case "equals" -> arguments != null && proxy == arguments[0];
			case "hashCode" -> System.identityHashCode(proxy);
			default -> "Seam " + seam.getName();
		};
	}

	private static @Nullable Object invoke(Method method, @Nullable Object target, Object @Nullable [] arguments)
			throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private static <T> Supplier<@Nullable T> lazily(Supplier<@Nullable T> supplier) {
		return new Supplier<>() {

			private volatile @Nullable T value;

			private volatile boolean known;

			@Override
			public @Nullable T get() {
				if (!this.known) {
					this.value = supplier.get();
					this.known = true;
				}
				return this.value;
			}

		};
	}

}
