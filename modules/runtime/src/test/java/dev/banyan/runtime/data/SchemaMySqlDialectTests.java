package dev.banyan.runtime.data;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;

import org.hibernate.dialect.RowLockStrategy;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class SchemaMySqlDialectTests {

	@ParameterizedTest
	@CsvSource({ "8.0.12, 8, TABLE", "5.5.5-10.11.19-MariaDB-0+deb12u1, 5, NONE", "11.8.2-MariaDB, 11, NONE" })
	void locksAsTheServerDoes(String version, int major, RowLockStrategy expected) throws Exception {
		DatabaseMetaData server = mock();
		given(server.getDatabaseProductVersion()).willReturn(version);
		Connection connection = mock();
		given(connection.createStatement()).willThrow(new SQLException("says nothing else of itself"));
		given(server.getConnection()).willReturn(connection);
		DialectResolutionInfo info = mock();
		given(info.getDatabaseMetadata()).willReturn(server);
		given(info.getDatabaseMajorVersion()).willReturn(major);
		given(info.getConfigurationValues()).willReturn(Map.of());
		assertThat(new SchemaMySqlDialect(info).getLockingSupport().getMetadata().getWriteRowLockStrategy())
			.isEqualTo(expected);
	}

}
