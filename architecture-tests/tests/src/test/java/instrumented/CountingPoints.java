package instrumented;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Tells in an answer's header how many SQL statements and calls of seams it took.
 */
@Configuration(proxyBeanMethods = false)
class CountingPoints {

	private static final ThreadLocal<AtomicInteger> STATEMENTS = ThreadLocal.withInitial(AtomicInteger::new);

	private static final ThreadLocal<AtomicInteger> CALLS = ThreadLocal.withInitial(AtomicInteger::new);

	@Bean
	static BeanPostProcessor countingBeans() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (bean instanceof DataSource dataSource) {
					return counting(dataSource);
				}
				boolean seam = Proxy.isProxyClass(bean.getClass()) && bean.toString().startsWith("Seam ");
				return seam ? counting(bean) : bean;
			}
		};
	}

	private static DataSource counting(DataSource target) {
		return new DelegatingDataSource(target) {
			@Override
			public Connection getConnection() throws SQLException {
				Connection connection = super.getConnection();
				return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
						new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
							if (method.getName().equals("prepareStatement")
									|| method.getName().equals("createStatement")) {
								STATEMENTS.get().incrementAndGet();
							}
							return HaltingPoints.invoke(method, connection, arguments);
						});
			}
		};
	}

	private static Object counting(Object seam) {
		return Proxy.newProxyInstance(seam.getClass().getClassLoader(), seam.getClass().getInterfaces(),
				(proxy, method, arguments) -> {
					if (method.getDeclaringClass() != Object.class) {
						CALLS.get().incrementAndGet();
					}
					return HaltingPoints.invoke(method, seam, arguments);
				});
	}

	@Bean
	OncePerRequestFilter countingRequests() {
		return new OncePerRequestFilter() {
			@Override
			protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
					throws ServletException, IOException {
				STATEMENTS.get().set(0);
				CALLS.get().set(0);
				ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
				chain.doFilter(request, answer);
				response.setHeader("Counted", STATEMENTS.get() + " statements, " + CALLS.get() + " calls");
				answer.copyBodyToResponse();
			}
		};
	}

}
