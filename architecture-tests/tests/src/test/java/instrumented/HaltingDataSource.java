package instrumented;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Stands still before a commit of something written, with or without a transaction.
 */
class HaltingDataSource extends DelegatingDataSource {

	private static final Pattern WRITE = Pattern.compile("\\s*(insert into|update|delete from)\\s+(\\S+)(?:\\s.*)?",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	HaltingDataSource(DataSource target) {
		super(target);
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		Watch watch = new Watch(connection);
		return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
				new Class<?>[] { Connection.class }, (proxy, method, arguments) -> watch.call(method, arguments));
	}

	private static final class Watch {

		private final Connection connection;

		private @Nullable String written;

		private Watch(Connection connection) {
			this.connection = connection;
		}

		private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
			switch (method.getName()) {
				case "prepareStatement" -> prepared(String.valueOf(arguments[0]));
				case "commit" -> committing();
				case "rollback" -> this.written = null;
				default -> {
				}
			}
			return HaltingPoints.invoke(method, this.connection, arguments);
		}

		private void prepared(String sql) throws SQLException {
			Matcher write = WRITE.matcher(sql);
			if (write.matches()) {
				this.written = write.group(1) + " " + write.group(2);
				if (this.connection.getAutoCommit()) {
					committing();
				}
			}
		}

		private void committing() {
			if (this.written != null) {
				String what = this.written;
				this.written = null;
				Journey.step("commit of " + what);
			}
		}

	}

}
