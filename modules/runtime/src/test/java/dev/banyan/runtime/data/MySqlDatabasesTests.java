package dev.banyan.runtime.data;

import java.io.IOException;

import dev.banyan.testing.mysql.MySqlServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class MySqlDatabasesTests {

	private static MySqlServer server;

	@BeforeAll
	static void start() throws IOException {
		server = MySqlServer.start();
		at("").execute("set global character_set_server = latin1");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void ofModulesAreAddedForEveryText() {
		assertThat(databases("").of("shelf")).isEqualTo("shelf");
		at("shelf").execute("create table label (words varchar(20))");
		at("shelf").update("insert into label values (?)", "Ωμέγα 日本 🌳");
		assertThat(databases("").of("shelf")).isEqualTo("shelf");
		assertThat(at("shelf").queryForObject("select words from label", String.class)).isEqualTo("Ωμέγα 日本 🌳");
	}

	@Test
	void needNotBeAddedByWhoMayOnlyUseThem() {
		databases("").of("used");
		at("used").execute("create table label (words varchar(20))");
		at("").execute("create user clerk identified with mysql_native_password by 'secret'");
		at("").execute("grant select, insert, update, delete on used.* to clerk");
		MySqlDatabases clerks = new MySqlDatabases(new DriverManagerDataSource(server.url("used"), "clerk", "secret"));
		assertThat(clerks.of("used")).isEqualTo("used");
		assertThatIllegalStateException().isThrownBy(() -> clerks.of("another"))
			.withMessage("The database another can be neither found nor added");
	}

	@Test
	void areRefusedIfNotEveryTextFitsInUntilThatIsMended() {
		at("").execute("create database narrow");
		assertThatIllegalStateException().isThrownBy(databases("narrow")::technical)
			.withMessageStartingWith("The database narrow has the character set latin1")
			.withMessageEndingWith(": alter database narrow character set utf8mb4");
		at("").execute("alter database narrow character set utf8mb4");
		assertThat(databases("narrow").technical()).isEqualTo("narrow");
	}

	@Test
	void haveToBeNamedByTheAddress() {
		assertThatIllegalStateException().isThrownBy(databases("")::technical)
			.withMessageContaining("jdbc:mysql://HOST/DATABASE");
	}

	private static MySqlDatabases databases(String named) {
		return new MySqlDatabases(at(named).getDataSource());
	}

	private static JdbcTemplate at(String database) {
		return new JdbcTemplate(new DriverManagerDataSource(server.url(database), "root", ""));
	}

}
