package dev.banyan.taxes.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.banyan.runtime.data.IdSequence;
import dev.banyan.runtime.data.Identifiers;
import dev.banyan.taxes.TaxRate;
import dev.banyan.taxes.TaxRates;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredRates implements TaxRates {

	private static final Map<Sort, String> COLUMNS = Map.of(Sort.ID, "id", Sort.POSITION, "position_number",
			Sort.PRIORITY, "priority");

	private final JdbcClient jdbc;

	private final IdSequence ids;

	StoredRates(JdbcClient jdbc, Identifiers identifiers) {
		this.jdbc = jdbc;
		this.ids = identifiers.sequence("taxes", "tax_rate", 1);
	}

	@Override
	@Transactional(readOnly = true)
	public List<TaxRate> find(@Nullable String taxClass, Sort sort, boolean descending, int offset, int limit) {
		String direction = descending ? " desc" : "";
		String order = COLUMNS.get(sort) + direction + ((sort == Sort.ID) ? "" : ", id");
		return this.jdbc
			.sql("select * from taxes.tax_rate where (:all = 1 or tax_class = :taxClass) order by " + order
					+ " limit :limit offset :offset")
			.param("all", (taxClass == null) ? 1 : 0)
			.param("taxClass", (taxClass != null) ? taxClass : "")
			.param("limit", limit)
			.param("offset", offset)
			.query(StoredRates::rate)
			.list();
	}

	@Override
	@Transactional(readOnly = true)
	public long count(@Nullable String taxClass) {
		return this.jdbc.sql("select count(*) from taxes.tax_rate where (:all = 1 or tax_class = :taxClass)")
			.param("all", (taxClass == null) ? 1 : 0)
			.param("taxClass", (taxClass != null) ? taxClass : "")
			.query(Long.class)
			.single();
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<TaxRate> find(long id) {
		return ofIds(List.of(id)).stream().findFirst();
	}

	List<TaxRate> ofIds(List<Long> rateIds) {
		if (rateIds.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("select * from taxes.tax_rate where id in (:ids)")
			.param("ids", rateIds)
			.query(StoredRates::rate)
			.list();
	}

	List<TaxRate> ofClass(String taxClass) {
		return this.jdbc.sql("select * from taxes.tax_rate where tax_class = :taxClass")
			.param("taxClass", taxClass)
			.query(StoredRates::rate)
			.list();
	}

	@Override
	@Transactional
	public TaxRate add(TaxRate rate) {
		long id = this.ids.next();
		bind("""
				insert into taxes.tax_rate (id, country, state, percent, name, priority, compound, shipping,
				position_number, tax_class, postcodes, cities)
				values (:id, :country, :state, :percent, :name, :priority, :compound, :shipping,
				:position, :taxClass, :postcodes, :cities)""", id, rate);
		return find(id).orElseThrow();
	}

	@Override
	@Transactional
	public Optional<TaxRate> replace(TaxRate rate) {
		bind("""
				update taxes.tax_rate set country = :country, state = :state, percent = :percent, name = :name,
				priority = :priority, compound = :compound, shipping = :shipping, position_number = :position,
				tax_class = :taxClass, postcodes = :postcodes, cities = :cities where id = :id""", rate.id(), rate);
		return find(rate.id());
	}

	private void bind(String sql, long id, TaxRate rate) {
		this.jdbc.sql(sql)
			.param("id", id)
			.param("country", rate.country())
			.param("state", rate.state())
			.param("percent", rate.percent())
			.param("name", rate.name())
			.param("priority", rate.priority())
			.param("compound", rate.compound())
			.param("shipping", rate.shipping())
			.param("position", rate.position())
			.param("taxClass", rate.taxClass())
			.param("postcodes", String.join(";", rate.postcodes()))
			.param("cities", String.join(";", rate.cities()))
			.update();
	}

	@Override
	@Transactional
	public void remove(long id) {
		this.jdbc.sql("delete from taxes.tax_rate where id = :id").param("id", id).update();
	}

	private static TaxRate rate(ResultSet row, int number) throws SQLException {
		return new TaxRate(row.getLong("id"), row.getString("country"), row.getString("state"),
				row.getBigDecimal("percent"), row.getString("name"), row.getInt("priority"), row.getBoolean("compound"),
				row.getBoolean("shipping"), row.getInt("position_number"), row.getString("tax_class"),
				split(row.getString("postcodes")), split(row.getString("cities")));
	}

	private static List<String> split(String text) {
		return Arrays.stream(text.split(";")).filter((item) -> !item.isEmpty()).toList();
	}

}
