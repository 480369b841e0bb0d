package dev.banyan.taxes.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.sql.DataSource;

import dev.banyan.taxes.TaxClass;
import dev.banyan.taxes.TaxClassExists;
import dev.banyan.taxes.TaxClasses;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeepingTaxClasses implements TaxClasses {

	private static final TaxClass STANDARD = new TaxClass("standard", "Standard rate");

	private final JdbcClient jdbc;

	KeepingTaxClasses(DataSource dataSource) {
		this.jdbc = JdbcClient.create(dataSource);
	}

	@Override
	@Transactional(readOnly = true)
	public List<TaxClass> all() {
		List<TaxClass> all = new ArrayList<>();
		all.add(STANDARD);
		all.addAll(this.jdbc.sql("select slug, name from taxes.tax_class order by name")
			.query((row, number) -> new TaxClass(row.getString("slug"), row.getString("name")))
			.list());
		return all;
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<TaxClass> find(String slug) {
		return all().stream().filter((known) -> known.slug().equals(slug)).findFirst();
	}

	@Override
	@Transactional
	public TaxClass add(String name) {
		TaxClass added = new TaxClass(slug(name), name);
		if (find(added.slug()).isPresent()) {
			throw new TaxClassExists(added.slug());
		}
		this.jdbc.sql("insert into taxes.tax_class (slug, name) values (:slug, :name)")
			.param("slug", added.slug())
			.param("name", added.name())
			.update();
		return added;
	}

	@Override
	@Transactional
	public void remove(String slug) {
		this.jdbc.sql("delete from taxes.tax_rate where tax_class = :slug and :slug <> 'standard'")
			.param("slug", slug)
			.update();
		this.jdbc.sql("delete from taxes.tax_class where slug = :slug").param("slug", slug).update();
	}

	static String slug(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z0-9_\\s-]", "")
			.strip()
			.replaceAll("[\\s-]+", "-");
	}

}
