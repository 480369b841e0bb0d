package instrumented;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

import javax.sql.DataSource;

import dev.banyan.inventory.Reservations;
import dev.banyan.inventory.Stock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The steps of a request are its commits, its calls that change stock, and its answer.
 */
@Configuration(proxyBeanMethods = false)
class HaltingPoints {

	private static final String PARAMETER = "halt=";

	private static final Set<String> WRITES = Set.of("reserve", "confirm", "release", "adjust");

	@Bean
	static BeanPostProcessor haltingBeans() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (bean instanceof DataSource dataSource) {
					return new HaltingDataSource(dataSource);
				}
				boolean seam = bean instanceof Reservations || bean instanceof Stock;
				return (seam && bean.toString().startsWith("Seam ")) ? halting(bean) : bean;
			}
		};
	}

	private static Object halting(Object seam) {
		Class<?> type = (seam instanceof Stock) ? Stock.class : Reservations.class;
		return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
			if (WRITES.contains(method.getName())) {
				Journey.step("call of " + type.getSimpleName() + "." + method.getName());
			}
			return invoke(method, seam, arguments);
		});
	}

	static @Nullable Object invoke(Method method, Object target, Object @Nullable [] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	@Bean
	OncePerRequestFilter haltingRequests() {
		return new OncePerRequestFilter() {
			@Override
			protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
					throws ServletException, IOException {
				String query = request.getQueryString();
				if (query == null || !query.startsWith(PARAMETER)) {
					chain.doFilter(request, response);
					return;
				}
				ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
				Journey.start(query.substring(PARAMETER.length()));
				try {
					chain.doFilter(request, answer);
					Journey.step("answer");
				}
				finally {
					Journey.end();
				}
				answer.copyBodyToResponse();
			}
		};
	}

}
