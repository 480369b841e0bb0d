package dev.banyan.runtime.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import org.apache.commons.dbcp2.DelegatingPreparedStatement;
import org.apache.commons.dbcp2.PStmtKey;
import org.apache.commons.dbcp2.PoolingConnection;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.GenericKeyedObjectPool;
import org.apache.commons.pool2.impl.GenericKeyedObjectPoolConfig;

/**
 * A connection whose statements stay prepared when they are closed; the least used go
 * when there are too many. To prepare one takes as long as to execute it.
 */
final class KeptStatements extends PoolingConnection {

	private static final int MOST = 250;

	KeptStatements(Connection connection) {
		super(connection);
		GenericKeyedObjectPoolConfig<DelegatingPreparedStatement> config = new GenericKeyedObjectPoolConfig<>();
		config.setMaxTotal(MOST);
		config.setMaxTotalPerKey(-1);
		config.setMaxIdlePerKey(1);
		config.setBlockWhenExhausted(false);
		config.setMaxWait(Duration.ZERO);
		config.setJmxEnabled(false);
		setStatementPool(new GenericKeyedObjectPool<>(this, config));
	}

	/** The next one to use a statement may want more rows than the last. */
	@Override
	public void passivateObject(PStmtKey key, PooledObject<DelegatingPreparedStatement> pooled) throws SQLException {
		pooled.getObject().setMaxRows(0);
		pooled.getObject().setFetchSize(0);
		super.passivateObject(key, pooled);
	}

}
