package dev.banyan.runtime.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Conditions of a statement, joined by "and", with their named parameters. What is not
 * asked for adds no condition: neither null nor an empty list.
 */
public final class Conditions {

	private final List<String> all = new ArrayList<>();

	private final List<String> same = new ArrayList<>();

	private final Map<String, Object> parameters = new HashMap<>();

	/**
	 * Adds a condition.
	 * @param sql the condition
	 */
	public void and(String sql) {
		this.all.add(sql);
	}

	/**
	 * Adds a condition if there is something to compare with.
	 * @param sql the condition
	 * @param name the name of its parameter
	 * @param parameter what the parameter is
	 */
	public void and(String sql, String name, @Nullable Object parameter) {
		if (parameter != null) {
			this.all.add(sql);
			this.parameters.put(name, parameter);
		}
	}

	/**
	 * Adds a condition with several parameters.
	 * @param sql the condition, empty for none
	 * @param named the parameters by their names
	 */
	public void and(String sql, Map<String, Object> named) {
		if (!sql.isEmpty()) {
			this.all.add(sql);
			this.parameters.putAll(named);
		}
	}

	/**
	 * A column is something.
	 * @param column the column
	 * @param name the name of the parameter
	 * @param parameter what the column is
	 */
	public void equal(String column, String name, @Nullable Object parameter) {
		and(column + " = :" + name, name, parameter);
		if (parameter != null) {
			this.same.add(column);
		}
	}

	/**
	 * A column is one of several.
	 * @param column the column
	 * @param name the name of the parameter
	 * @param parameter what the column may be
	 */
	public void in(String column, String name, Collection<?> parameter) {
		and(column + " in (:" + name + ")", name, parameter.isEmpty() ? null : parameter);
		if (parameter.size() == 1) {
			this.same.add(column);
		}
	}

	/**
	 * A column is none of several.
	 * @param column the column
	 * @param name the name of the parameter
	 * @param parameter what the column may not be
	 */
	public void notIn(String column, String name, Collection<?> parameter) {
		and(column + " not in (:" + name + ")", name, parameter.isEmpty() ? null : parameter);
	}

	/**
	 * Columns that are the same in all rows.
	 * @return in the order in which they were named
	 */
	public List<String> same() {
		return this.same;
	}

	/**
	 * How many conditions there are.
	 * @return 0 or more
	 */
	public int size() {
		return this.all.size();
	}

	/**
	 * The conditions.
	 * @return as they stand after "where"; there has to be one at least
	 */
	public String sql() {
		return String.join(" and ", this.all);
	}

	/**
	 * The parameters.
	 * @return by name, for more to be added
	 */
	public Map<String, Object> parameters() {
		return this.parameters;
	}

}
