package dev.banyan.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reactor may be deep, or a single project.
 */
class ReactorTests {

	@TempDir
	private Path folder;

	@Test
	void aProjectWithoutModulesIsTheOneArtifact() throws IOException {
		pom("", "<artifactId>shop</artifactId>");
		assertThat(Reactor.artifacts(this.folder)).extracting(Artifact::name).containsExactly("shop");
	}

	@Test
	void modulesMayHaveModules() throws IOException {
		pom("", "<artifactId>all</artifactId><modules><module>modules</module><module>app</module></modules>");
		pom("modules", "<artifactId>modules</artifactId><modules><module>stock</module></modules>");
		pom("modules/stock", "<artifactId>stock</artifactId>");
		pom("app", """
				<artifactId>app</artifactId><dependencies>
				<dependency><groupId>shop</groupId><artifactId>stock</artifactId></dependency>
				<dependency><groupId>other</groupId><artifactId>json</artifactId></dependency></dependencies>""");
		assertThat(Reactor.artifacts(this.folder)).extracting(Artifact::name).containsExactly("stock", "app");
		assertThat(Reactor.artifacts(this.folder).getLast().dependencies()).containsExactly("stock");
	}

	@Test
	void whereOneArtifactHasAllModulesTheFolderTellsWhoseAMigrationIs() throws IOException {
		pom("", "<artifactId>shop</artifactId>");
		Path script = this.folder.resolve("src/main/resources/db/migration/stock/V1__create_stock.sql");
		Files.createDirectories(script.getParent());
		Files.writeString(script, "create table item (id bigint)");
		CodeBase code = CodeBase.of(this.folder, new ModuleLayout("shop", Set.of(), "legacy", "gateway", Set.of()));
		assertThat(new Schemas(code).migrations()).extracting(Schemas.Migration::owner).containsExactly("stock");
	}

	private void pom(String at, String content) throws IOException {
		Path file = this.folder.resolve(at).resolve("pom.xml");
		Files.createDirectories(file.getParent());
		Files.writeString(file, "<project><groupId>shop</groupId>" + content + "</project>");
	}

}
