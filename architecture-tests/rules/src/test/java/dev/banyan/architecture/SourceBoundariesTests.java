package dev.banyan.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SourceBoundariesTests {

	@TempDir
	private Path folder;

	@Test
	void namesAModuleThatIsNotDeclared() throws IOException {
		assertThat(SourceBoundaries.violations(planted("dependencies-allowed/bad"), layout())).hasSize(2)
			.last()
			.satisfies((violation) -> {
				assertThat(violation.place()).isEqualTo("modules/stock/src/main/java/shop/stock/internal/Shelf.java:3");
				assertThat(violation.what())
					.isEqualTo("shop.stock.internal.Shelf uses shop.orders.Orders, but stock may use only runtime");
			});
	}

	@Test
	void namesWhatIsInternalToAnotherModule() throws IOException {
		assertThat(SourceBoundaries.violations(planted("internals-closed/bad"), layout()))
			.extracting(SourceBoundaries.Use::place)
			.containsExactly("legacy/stock/src/main/java/shop/legacy/stock/StockFace.java:3",
					"modules/orders/src/main/java/shop/orders/internal/Ordering.java:3",
					"modules/orders/src/main/java/shop/orders/internal/Reserved.java:3");
	}

	@Test
	void seesNamesWithoutAnImportAndNoneInComments() throws IOException {
		Path source = this.folder.resolve("src/main/java/shop/orders/Orders.java");
		Files.createDirectories(source.getParent());
		Files.writeString(source, """
				package shop.orders;
				// shop.stock.internal.Shelf
				/* shop.stock.internal.Shelf
				   shop.stock.internal.Shelf */
				interface Orders {
					String TYPE = "shop.stock.internal.Shelf";
					shop.stock.Stock stock();
					shop.stock.internal.Shelf shelf();
				}
				""");
		assertThat(SourceBoundaries.violations(this.folder, layout())).extracting(SourceBoundaries.Use::line)
			.containsExactly(8);
	}

	@Test
	void namesModulesThatMayUseEachOther() throws IOException {
		declare("orders", "stock");
		declare("stock", "catalog");
		declare("catalog", "stock");
		assertThat(SourceBoundaries.violations(this.folder, layout())).extracting(SourceBoundaries.Use::what)
			.containsExactlyInAnyOrder(
					"catalog may use stock, and stock, itself or through others, catalog: neither could leave without the other",
					"stock may use catalog, and catalog, itself or through others, stock: neither could leave without the other");
	}

	private void declare(String module, String allowed) throws IOException {
		Path source = this.folder.resolve("src/main/java/shop").resolve(module).resolve("package-info.java");
		Files.createDirectories(source.getParent());
		Files.writeString(source,
				"@ApplicationModule(allowedDependencies = { \"%s\" })%npackage shop.%s;%n".formatted(allowed, module));
	}

	@ParameterizedTest
	@ValueSource(strings = { "dependencies-allowed/good", "internals-closed/good" })
	void leavesCleanCodeAlone(String name) throws IOException {
		assertThat(SourceBoundaries.violations(planted(name), layout())).isEmpty();
	}

	private static Path planted(String name) {
		return Planted.sources().resolve(name).toAbsolutePath();
	}

	private static Properties layout() {
		Properties layout = new Properties();
		layout.setProperty("base", "shop");
		layout.setProperty("technical", "runtime");
		layout.setProperty("adapter", "legacy");
		layout.setProperty("gateway", "gateway");
		return layout;
	}

}
