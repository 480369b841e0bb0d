package dev.banyan.runtime.data;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Tells the database whether to commit by itself only when a statement comes for which
 * that matters. Whoever takes a connection for a transaction switches it off and on
 * again, three round trips, and usually the next one does the same. Nor is a transaction
 * ended in which nothing was asked. A statement belongs to the mode in which it was
 * prepared: none may be kept over a switch.
 */
final class LateAutoCommit implements InvocationHandler {

	private final Connection connection;

	private boolean wanted;

	private boolean told;

	private boolean asked;

	private LateAutoCommit(Connection connection) throws SQLException {
		this.connection = connection;
		this.told = connection.getAutoCommit();
		this.wanted = this.told;
	}

	static Connection of(Connection connection) throws SQLException {
		return (Connection) Proxy.newProxyInstance(LateAutoCommit.class.getClassLoader(),
				new Class<?>[] { Connection.class }, new LateAutoCommit(connection));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		switch (method.getName()) {
			case "getAutoCommit" -> {
				return this.wanted;
			}
			case "setAutoCommit" -> {
				want(arguments != null && (boolean) arguments[0]);
				return null;
			}
			case "commit", "rollback" -> {
				if (this.asked) {
					invoke(method, arguments);
					this.asked = arguments != null;
				}
				return null;
			}
			case "prepareStatement", "prepareCall", "createStatement", "setSavepoint" -> tell();
			default -> {
			}
		}
		return invoke(method, arguments);
	}

	private @Nullable Object invoke(Method method, Object @Nullable [] arguments) throws Throwable {
		try {
			return method.invoke(this.connection, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	/** To switch it on ends a transaction, as JDBC says. */
	private void want(boolean autoCommit) throws SQLException {
		if (autoCommit && this.asked) {
			this.connection.commit();
			this.asked = false;
		}
		this.wanted = autoCommit;
	}

	private void tell() throws SQLException {
		if (this.told != this.wanted) {
			this.connection.setAutoCommit(this.wanted);
			this.told = this.wanted;
		}
		this.asked = !this.wanted;
	}

}
