package dev.banyan.runtime.data;

import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;

/**
 * MySQL with schemas: Hibernate otherwise takes MySQL's one qualifier for a catalog and
 * silently drops {@code @Table(schema = ...)}.
 */
public class SchemaMySqlDialect extends MySQLDialect {

	/**
	 * The dialect of an unknown server.
	 */
	public SchemaMySqlDialect() {
	}

	/**
	 * The dialect of a version.
	 * @param version the server's version
	 */
	public SchemaMySqlDialect(DatabaseVersion version) {
		super(version);
	}

	/**
	 * The dialect of a connected server.
	 * @param info what the server says of itself
	 */
	public SchemaMySqlDialect(DialectResolutionInfo info) {
		super(info);
	}

	@Override
	public NameQualifierSupport getNameQualifierSupport() {
		return NameQualifierSupport.SCHEMA;
	}

}
