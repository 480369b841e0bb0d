package dev.banyan.architecture.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProveCommandTests {

	@TempDir
	private Path folder;

	private Path source;

	@BeforeEach
	void commit() throws IOException {
		this.source = this.folder.resolve("modules/stock/src/main/java/dev/banyan/stock/package-info.java");
		Files.createDirectories(this.source.getParent());
		Files.writeString(this.source, "@ApplicationModule @Seams(Stock.class)\npackage dev.banyan.stock;\n");
		git("init", "-q");
		git("add", "-A");
		git("-c", "user.name=x", "-c", "user.email=x@localhost", "commit", "-q", "-m", "all");
	}

	@Test
	void namesTheModulesThatThereAre() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ProveCommand(this.folder).prove(Optional.of("shelf")))
			.withMessage("there is no module shelf; there are stock");
	}

	@Test
	void provesNothingButACommit() throws IOException {
		Files.writeString(this.source, "@ApplicationModule @Seams(Shelf.class)\npackage dev.banyan.stock;\n");
		assertThatIllegalArgumentException().isThrownBy(() -> new ProveCommand(this.folder).prove(Optional.of("stock")))
			.withMessage("what is proved is a commit: commit your changes first");
	}

	@Test
	void tellsTheErrorOfTheModuleItself() {
		List<String> log = List.of("[INFO] fine", "[ERROR] COMPILATION ERROR : ",
				"[ERROR] /tmp/x/modules/orders/src/A.java:[3,1] cannot find symbol",
				"[ERROR] /tmp/x/modules/stock/impl/src/B.java:[4,1] cannot find symbol");
		assertThat(ProveCommand.error(log, "stock"))
			.isEqualTo("/tmp/x/modules/stock/impl/src/B.java:[4,1] cannot find symbol");
		assertThat(ProveCommand.error(log, "taxes"))
			.isEqualTo("/tmp/x/modules/orders/src/A.java:[3,1] cannot find symbol");
		assertThat(ProveCommand.error(List.of(), "taxes")).isEqualTo("its test did not run");
	}

	private void git(String... arguments) {
		new Git(this.folder).run(arguments);
	}

}
