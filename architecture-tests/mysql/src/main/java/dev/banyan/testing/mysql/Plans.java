package dev.banyan.testing.mysql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Asks the database, H2 or MySQL, how it executes each query of an action: the very
 * statement, with its parameters, on its connection. Declared as a bean it watches the
 * data source.
 */
public class Plans implements BeanPostProcessor {

	private static final Pattern STEP = Pattern.compile("/\\*(.*?)\\*/", Pattern.DOTALL);

	private @Nullable List<Plan> collected;

	/**
	 * How a query is executed.
	 *
	 * @param sql the query
	 * @param steps what the database says: the index that is used for each table
	 */
	public record Plan(String sql, List<String> steps) {

		/**
		 * Whether no table is read from end to end without an index, but for one that has
		 * few rows whatever the size of the shop.
		 * @param small the name of that table, which queries call "n"
		 * @return false if another is
		 */
		public boolean usesIndexes(String small) {
			return this.steps.stream()
				.filter((step) -> step.contains(".tableScan") || step.matches("(?!<|null)\\S+ ALL .*"))
				.allMatch((step) -> step.contains(small + ".tableScan") || step.startsWith("n ALL "));
		}

		/**
		 * Whether rows are read in their order, so that only those of the page are.
		 * @return false if all that match are sorted
		 */
		public boolean isSortedByIndex() {
			return !this.sql.contains(" order by ")
					|| this.steps.stream().anyMatch((step) -> step.strip().equals("index sorted"))
					|| (this.steps.stream().anyMatch((step) -> step.contains(" key="))
							&& this.steps.stream().noneMatch((step) -> step.contains("filesort")));
		}

	}

	/**
	 * Runs something.
	 * @param action what makes queries, in this thread
	 * @return the plan of each query
	 */
	public List<Plan> of(Runnable action) {
		List<Plan> plans = new ArrayList<>();
		this.collected = plans;
		try {
			action.run();
		}
		finally {
			this.collected = null;
		}
		return plans;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource dataSource) ? watched(DataSource.class, dataSource, this::connection) : bean;
	}

	/** What happens to the answer of a method. */
	private interface Answer {

		@Nullable Object of(Method method, Object @Nullable [] arguments, @Nullable Object result) throws Throwable;

	}

	private @Nullable Object connection(Method method, Object @Nullable [] arguments, @Nullable Object result) {
		return (result instanceof Connection connection) ? watched(Connection.class, connection, (called, given,
				statement) -> (statement instanceof PreparedStatement prepared && given != null
						&& this.collected != null) ? statement(connection, prepared, (String) given[0]) : statement)
				: result;
	}

	private PreparedStatement statement(Connection connection, PreparedStatement statement, String sql) {
		List<Call> parameters = new ArrayList<>();
		return watched(PreparedStatement.class, statement, (method, arguments, result) -> {
			List<Plan> plans = this.collected;
			if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
				parameters.add(new Call(method, arguments));
			}
			else if (method.getName().equals("executeQuery") && plans != null && sql.startsWith("select")) {
				plans.add(new Plan(sql, steps(connection, sql, parameters)));
			}
			return result;
		});
	}

	private record Call(Method method, Object[] arguments) {
	}

	private static List<String> steps(Connection connection, String sql, List<Call> parameters) throws Throwable {
		boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
		try (PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
			for (Call call : parameters) {
				call.method().invoke(explain, call.arguments());
			}
			try (ResultSet rows = explain.executeQuery()) {
				List<String> steps = new ArrayList<>();
				while (rows.next()) {
					steps.addAll(h2 ? ofH2(rows.getString(1)) : List.of(ofMySql(rows)));
				}
				return steps;
			}
		}
	}

	private static List<String> ofH2(String plan) {
		List<String> steps = new ArrayList<>();
		Matcher matcher = STEP.matcher(plan);
		while (matcher.find()) {
			steps.add(matcher.group(1).replaceAll("\\s+", " "));
		}
		return steps;
	}

	private static String ofMySql(ResultSet row) throws SQLException {
		return "%s %s key=%s rows=%s %s".formatted(row.getString("table"), row.getString("type"), row.getString("key"),
				row.getString("rows"), row.getString("Extra"));
	}

	@SuppressWarnings("unchecked")
	private static <T> T watched(Class<T> type, T target, Answer answer) {
		return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (self, method, arguments) -> {
			try {
				return answer.of(method, arguments, method.invoke(target, arguments));
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
		});
	}

}
