package dev.banyan.architecture.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.banyan.architecture.tool.ModuleFacts.Stage;

/**
 * What starts a module alone: a launcher, its configuration, a pom that lists what is in
 * the process; and the test that it does, and keeps its pacts.
 */
final class Service {

	private static final Pattern EXPOSED = Pattern.compile("endpoints\\.web\\.exposure\\.include: (.*)");

	private final Folders folders;

	private final String module;

	private final Path folder;

	private final String title;

	Service(Folders folders, String module) {
		this.folders = folders;
		this.module = module;
		this.folder = folders.folder(module).resolve("service");
		this.title = module.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + module.substring(1);
	}

	void add() throws IOException {
		write("pom.xml", pom());
		write("src/main/java/dev/banyan/" + this.title + "ServiceApplication.java", launcher());
		write("src/main/resources/application.yaml", configuration());
		write("src/test/java/dev/banyan/" + this.title + "ServiceTests.java", test());
		Path pacts = this.folder.resolveSibling("pacts");
		if (!Files.exists(pacts)) {
			Files.createDirectories(pacts);
			Files.createFile(pacts.resolve(".gitkeep"));
		}
		String impl = "    <module>modules/" + this.module + "/impl</module>\n";
		Pom.read(this.folders.root().resolve("pom.xml")).replace(impl, impl + reactor()).write();
		new Stages(this.folders).show(this.module, Stage.SERVICE);
		this.folders.git("add", "-A");
	}

	void remove() throws IOException {
		this.folders.git("rm", "-q", "-r", "-f", this.folders.named(this.folder));
		Stages.empty(this.folder);
		Path keep = this.folder.resolveSibling("pacts/.gitkeep");
		if (Files.exists(keep)) {
			this.folders.git("rm", "-q", "-f", this.folders.named(keep));
		}
		Pom.read(this.folders.root().resolve("pom.xml")).replace(reactor(), "").write();
		new Stages(this.folders).show(this.module, Stage.SPLIT);
		this.folders.git("add", "-A");
	}

	private String reactor() {
		return "    <module>modules/" + this.module + "/service</module>\n";
	}

	private void write(String name, String text) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	private String pom() {
		boolean faced = Files
			.exists(this.folders.root().resolve("legacy-adapter").resolve(this.module).resolve("pom.xml"));
		return Pom.ofPart(this.module + "-service", this.title + " as a process of its own", """
				  <properties>
				    <boot.skip>false</boot.skip>
				  </properties>

				  <dependencies>
				%s%s    <dependency>
				      <groupId>dev.banyan</groupId>
				      <artifactId>testing-pacts</artifactId>
				      <scope>test</scope>
				    </dependency>
				  </dependencies>

				  <build>
				    <plugins>
				      <plugin>
				        <groupId>org.springframework.boot</groupId>
				        <artifactId>spring-boot-maven-plugin</artifactId>
				      </plugin>
				      <!-- Its tests start the jar. -->
				      <plugin>
				        <groupId>org.apache.maven.plugins</groupId>
				        <artifactId>maven-surefire-plugin</artifactId>
				        <executions>
				          <execution>
				            <id>default-test</id>
				            <phase>integration-test</phase>
				          </execution>
				        </executions>
				      </plugin>
				    </plugins>
				  </build>
				""".formatted(Pom.dependency(this.module + "-impl"),
				faced ? Pom.dependency("legacy-" + this.module) : ""));
	}

	private String launcher() {
		return """
				package dev.banyan;

				import org.jspecify.annotations.NullMarked;
				import org.springframework.boot.SpringApplication;
				import org.springframework.boot.autoconfigure.SpringBootApplication;

				/**
				 * %1$s as a process of its own.
				 */
				@NullMarked
				@SpringBootApplication
				public class %1$sServiceApplication {

					/**
					 * Starts the service.
					 * @param args Spring Boot's command line arguments
					 */
					public static void main(String[] args) {
						SpringApplication.run(%1$sServiceApplication.class, args);
					}

				}
				""".formatted(this.title);
	}

	private String test() {
		return """
				package dev.banyan;

				import au.com.dius.pact.provider.junitsupport.Provider;
				import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
				import dev.banyan.testing.pacts.ServicePacts;

				/**
				 * %1$s runs alone.
				 */
				@Provider("%2$s")
				@PactFolder("../pacts")
				class %1$sServiceTests extends ServicePacts {

				}
				""".formatted(this.title, this.module);
	}

	/** As the monolith's, but for the name and what only that has. */
	private String configuration() {
		Matcher exposed = EXPOSED
			.matcher(ExtractCommand.read(this.folders.root().resolve("app/src/main/resources/application.yaml")));
		return """
				spring:
				  application.name: %s
				  config.import: classpath:banyan-runtime.yaml
				server:
				  port: 8082
				  tomcat.use-relative-redirects: true
				management:
				  server.port: 9082
				  endpoints.web.exposure.include: %s
				""".formatted(this.module, exposed.find() ? exposed.group(1) : "health,info,prometheus,placement");
	}

}
