package dev.banyan.catalog;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

import javax.sql.DataSource;

/**
 * Counts the statements that a data source prepares, for each thread of its own: the
 * index of words is kept in the background meanwhile.
 */
final class CountedStatements {

	private static final ThreadLocal<Integer> PREPARED = ThreadLocal.withInitial(() -> 0);

	private CountedStatements() {
	}

	static DataSource of(DataSource dataSource) {
		return proxy(DataSource.class, dataSource);
	}

	static int during(Runnable action) {
		int before = PREPARED.get();
		action.run();
		return PREPARED.get() - before;
	}

	@SuppressWarnings("unchecked")
	private static <T> T proxy(Class<T> type, T target) {
		return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (self, method, arguments) -> {
			if (method.getName().equals("prepareStatement") || method.getName().equals("createStatement")) {
				PREPARED.set(PREPARED.get() + 1);
			}
			try {
				Object result = method.invoke(target, arguments);
				return (result instanceof Connection connection && type != Connection.class)
						? proxy(Connection.class, connection) : result;
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
		});
	}

}
