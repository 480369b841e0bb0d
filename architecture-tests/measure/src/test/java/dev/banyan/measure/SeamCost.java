package dev.banyan.measure;

import java.util.Map;
import java.util.Set;

import dev.banyan.inventory.Stock;
import dev.banyan.inventory.StockLevel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The same call made directly, through a seam in the same process, and through a seam
 * over HTTP on loopback.
 */
@State(Scope.Benchmark)
public class SeamCost {

	private static final Set<Long> IDS = Set.of(1L);

	private ConfigurableApplicationContext here;

	private ConfigurableApplicationContext caller;

	private Stock direct;

	private Stock local;

	private Stock remote;

	@Setup
	public void start() {
		this.here = process();
		String port = this.here.getBean(Environment.class).getRequiredProperty("local.server.port");
		this.caller = process("--banyan.placement.inventory.url=http://127.0.0.1:" + port,
				"--banyan.placement.inventory.remote=100");
		this.direct = this.here.getBean(FixedStock.class);
		this.local = this.here.getBean(Stock.class);
		this.remote = this.caller.getBean(Stock.class);
	}

	private static ConfigurableApplicationContext process(String... more) {
		String[] options = { "--spring.config.import=classpath:banyan-runtime.yaml", "--server.port=0",
				"--management.server.port=0", "--server.address=127.0.0.1", "--banyan.token.secret=" + "m".repeat(64),
				"--banyan.management.token=" + "m".repeat(64), "--logging.level.root=warn",
				"--spring.datasource.url=jdbc:h2:mem:measured" + more.length + ";DB_CLOSE_DELAY=-1" };
		return new SpringApplicationBuilder(MeasuredApplication.class)
			.run(java.util.stream.Stream.of(options, more).flatMap(java.util.Arrays::stream).toArray(String[]::new));
	}

	@TearDown
	public void stop() {
		this.caller.close();
		this.here.close();
	}

	@Benchmark
	public Map<Long, StockLevel> direct() {
		return this.direct.levels(IDS);
	}

	@Benchmark
	public Map<Long, StockLevel> local() {
		return this.local.levels(IDS);
	}

	@Benchmark
	public Map<Long, StockLevel> remote() {
		return this.remote.levels(IDS);
	}

}
