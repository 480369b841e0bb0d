package dev.banyan.runtime.data;

import java.sql.SQLException;

import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.dialect.lock.internal.MariaDBLockingSupport;
import org.hibernate.dialect.lock.spi.LockingSupport;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;

/**
 * MySQL with schemas: Hibernate otherwise takes MySQL's one qualifier for a catalog and
 * silently drops {@code @Table(schema = ...)}. MariaDB is taken for MySQL but for its
 * locks: it has no {@code for update of}.
 */
public class SchemaMySqlDialect extends MySQLDialect {

	/** Of MariaDB since 10.6. */
	private static final LockingSupport MARIADB_LOCKING = new MariaDBLockingSupport(DatabaseVersion.make(10, 6));

	private boolean mariaDb;

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
		this.mariaDb = isMariaDb(info);
	}

	private static boolean isMariaDb(DialectResolutionInfo info) {
		try {
			return info.getDatabaseMetadata() != null
					&& info.getDatabaseMetadata().getDatabaseProductVersion().contains("MariaDB");
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The database does not say what it is", ex);
		}
	}

	@Override
	public LockingSupport getLockingSupport() {
		return this.mariaDb ? MARIADB_LOCKING : super.getLockingSupport();
	}

	@Override
	protected boolean supportsAliasLocks() {
		return !this.mariaDb && super.supportsAliasLocks();
	}

	@Override
	public NameQualifierSupport getNameQualifierSupport() {
		return NameQualifierSupport.SCHEMA;
	}

}
