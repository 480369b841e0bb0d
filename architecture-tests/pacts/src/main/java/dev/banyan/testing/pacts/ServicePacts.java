package dev.banyan.testing.pacts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import au.com.dius.pact.provider.junitsupport.Provider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service of a module starts alone and keeps every pact with the module. Whom it
 * calls answers as its own pacts say. What was seen is written down for the build that
 * was started: the readiness report and the gateway's contract gate go by it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServicePacts extends KeptPacts {

	private final String module = Objects.requireNonNull(getClass().getAnnotation(Provider.class)).value();

	private @Nullable ProvidingProcess process;

	private @Nullable Callees callees;

	private @Nullable Evidence evidence;

	@BeforeAll
	void start(@TempDir Path temporary) throws IOException {
		String folder = "modules/" + this.module + "/service";
		this.evidence = Evidence.startAnew(ExecutableJar.of(folder).packaged());
		this.callees = new Callees(this.module);
		try {
			this.process = ProvidingProcess.start(folder, temporary, List.of(this.module), this.callees.options());
		}
		catch (DidNotStart ex) {
			this.evidence.broken("it does not start: " + ex.reason());
			throw ex;
		}
	}

	@Override
	protected ProvidingProcess process() {
		return Objects.requireNonNull(this.process, "the service did not start");
	}

	@Override
	protected void kept() {
		Objects.requireNonNull(this.evidence).kept();
	}

	@Override
	protected void broken(String interaction, String why) {
		Objects.requireNonNull(this.evidence).broken("\"" + interaction + "\" is not kept: " + why);
	}

	@AfterAll
	void stop() throws IOException {
		if (this.evidence != null) {
			this.evidence.write(this.module);
		}
		if (this.process != null) {
			this.process.close();
		}
		if (this.callees != null) {
			this.callees.close();
		}
	}

}
