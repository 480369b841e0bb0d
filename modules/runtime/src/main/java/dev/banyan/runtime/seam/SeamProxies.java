package dev.banyan.runtime.seam;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.banyan.runtime.caller.CallerTokens;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Makes what is injected as a seam: per call either the implementation in this process
 * or, over HTTP, the one in another process.
 */
final class SeamProxies {

	private static final Object[] NONE = {};

	private final PlacementSettings settings;

	private final Placement placement;

	private final CallerTokens tokens;

	private final LocalSeams local;

	private final ObjectProvider<MeterRegistry> meters;

	private final Map<String, Optional<RemoteModule>> remote = new ConcurrentHashMap<>();

	SeamProxies(PlacementSettings settings, Placement placement, CallerTokens tokens, LocalSeams local,
			ObjectProvider<MeterRegistry> meters) {
		this.settings = settings;
		this.placement = placement;
		this.tokens = tokens;
		this.local = local;
		this.meters = meters;
	}

	Object of(SeamModule module, Class<?> seam) {
		PlacementSettings.Module place = this.settings.of(module.name());
		RemoteModule other = this.remote.computeIfAbsent(module.name(), (name) -> remote(module, place)).orElse(null);
		this.placement.register(module.name(), place.remote());
		Map<Method, SeamMethod> methods = new HashMap<>();
		SeamMethod.of(module.name(), seam).forEach((method) -> methods.put(method.method(), method));
		return Proxy.newProxyInstance(seam.getClassLoader(), new Class<?>[] { seam }, (proxy, method, arguments) -> {
			SeamMethod called = methods.get(method);
			if (called == null) {
				return ofObject(seam, proxy, method, arguments);
			}
			Object here = this.local.find(seam).orElse(null);
			if (here != null && (other == null || !this.placement.nextIsRemote(module.name()))) {
				return invoke(method, here, arguments);
			}
			if (other == null) {
				throw module.unavailable(new IllegalStateException(
						"banyan.placement." + module.name() + ".url is not set and no implementation is here"));
			}
			return other.call(called, (arguments != null) ? arguments : NONE);
		});
	}

	private Optional<RemoteModule> remote(SeamModule module, PlacementSettings.Module place) {
		URI process = place.url();
		return (process != null) ? Optional
			.of(new RemoteModule(module, new SeamExchange(process, place), this.tokens, this.meters.getIfAvailable()))
				: Optional.empty();
	}

	private static @Nullable Object invoke(Method method, Object target, Object @Nullable [] arguments)
			throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private static @Nullable Object ofObject(Class<?> seam, Object proxy, Method method,
			Object @Nullable [] arguments) {
		return switch (method.getName()) {
			case "equals" -> arguments != null && proxy == arguments[0];
			case "hashCode" -> System.identityHashCode(proxy);
			default -> "Seam " + seam.getName();
		};
	}

}
