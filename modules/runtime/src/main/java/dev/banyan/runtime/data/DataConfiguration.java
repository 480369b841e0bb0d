package dev.banyan.runtime.data;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import org.flywaydb.core.Flyway;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A schema per module: every folder {@code db/migration/<module>} on the classpath is
 * migrated into the schema of that name, with its history in the same schema, after the
 * tables in {@code db/each}, which every module's schema gets. Scripts may use the
 * placeholders {@code uuid} and {@code instant} for the column types in which the two
 * databases differ.
 */
@AutoConfiguration
public class DataConfiguration {

	private static final String TECHNICAL = "runtime";

	private static final String MYSQL_ADDRESS = "jdbc:mysql:";

	private static final Pattern MODULE = Pattern.compile("db/migration/(\\w+)/[^/]+$");

	@Bean
	HostedModules hostedModules() {
		return new HostedModules(modules().stream()
			.filter((module) -> !module.equals(TECHNICAL))
			.collect(Collectors.toCollection(TreeSet::new)));
	}

	@Bean
	static BeanPostProcessor fewerRoundTrips() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (bean instanceof HikariDataSource pool) {
					if (pool.getJdbcUrl().startsWith(MYSQL_ADDRESS)) {
						// Else the driver asks before each write whether its session may
						// write.
						pool.addDataSourceProperty("useLocalSessionState", "true");
						// Else a batch is as many statements as it has rows.
						pool.addDataSourceProperty("rewriteBatchedStatements", "true");
					}
					pool.setDataSource(sparing(new DriverDataSource(pool.getJdbcUrl(), pool.getDriverClassName(),
							pool.getDataSourceProperties(), pool.getUsername(), pool.getPassword())));
					pool.setUsername(null);
				}
				return bean;
			}
		};
	}

	private static DataSource sparing(DataSource driver) {
		return new DelegatingDataSource(driver) {
			@Override
			public Connection getConnection() throws SQLException {
				return LateAutoCommit.of(new KeptStatements(super.getConnection()));
			}
		};
	}

	@Bean
	FlywayMigrationStrategy schemaPerModule(DataSourceProperties dataSource,
			@Value("${banyan.events.tables:true}") boolean events) {
		boolean mySql = isMySql(dataSource);
		Map<String, String> types = mySql ? Map.of("uuid", "varchar(36)", "instant", "timestamp(6)")
				: Map.of("uuid", "uuid", "instant", "timestamp(9) with time zone");
		return (shared) -> modules().forEach((module) -> {
			// Flyway quotes the name; H2 keeps unquoted names in capitals.
			String schema = mySql ? mySqlDatabase(module, new MySqlDatabases(shared.getConfiguration().getDataSource()))
					: module.toUpperCase(Locale.ROOT);
			Flyway.configure()
				.configuration(shared.getConfiguration())
				.schemas(schema)
				.defaultSchema(schema)
				.createSchemas(true)
				.placeholders(types)
				.locations((events && !module.equals(TECHNICAL))
						? new String[] { "classpath:db/each", "classpath:db/migration/" + module }
						: new String[] { "classpath:db/migration/" + module })
				.load()
				.migrate();
		});
	}

	private static String mySqlDatabase(String module, MySqlDatabases databases) {
		return module.equals(TECHNICAL) ? databases.technical() : databases.of(module);
	}

	@Bean
	Identifiers identifiers(DataSource dataSource) throws SQLException {
		return new Identifiers(dataSource);
	}

	@Bean
	HibernatePropertiesCustomizer schemaDialect(DataSourceProperties dataSource) {
		return (properties) -> {
			if (isMySql(dataSource)) {
				properties.put("hibernate.dialect", SchemaMySqlDialect.class.getName());
			}
		};
	}

	private static boolean isMySql(DataSourceProperties dataSource) {
		return dataSource.determineUrl().startsWith(MYSQL_ADDRESS);
	}

	private static SortedSet<String> modules() {
		SortedSet<String> modules = new TreeSet<>();
		try {
			for (Resource script : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:db/migration/*/*.sql")) {
				Matcher matcher = MODULE.matcher(script.getURL().getPath());
				if (matcher.find()) {
					modules.add(matcher.group(1));
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("The migrations on the classpath cannot be listed", ex);
		}
		return modules;
	}

}
