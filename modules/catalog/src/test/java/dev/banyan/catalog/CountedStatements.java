package dev.banyan.catalog;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/**
 * Counts the statements that a data source prepares.
 */
final class CountedStatements {

	private CountedStatements() {
	}

	static DataSource of(DataSource dataSource, AtomicInteger statements) {
		return proxy(DataSource.class, dataSource, statements);
	}

	@SuppressWarnings("unchecked")
	private static <T> T proxy(Class<T> type, T target, AtomicInteger statements) {
		return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (self, method, arguments) -> {
			if (method.getName().equals("prepareStatement") || method.getName().equals("createStatement")) {
				statements.incrementAndGet();
			}
			try {
				Object result = method.invoke(target, arguments);
				return (result instanceof Connection connection && type != Connection.class)
						? proxy(Connection.class, connection, statements) : result;
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
		});
	}

}
