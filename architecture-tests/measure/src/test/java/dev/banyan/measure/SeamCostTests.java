package dev.banyan.measure;

import java.util.Collection;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A call through a seam in the same process costs at most a microsecond more than a
 * direct one.
 */
class SeamCostTests {

	@Test
	void aLocalCallCostsAtMostAMicrosecondMore() throws Exception {
		double direct = average("direct");
		double local = average("local");
		var remote = run(options("remote").mode(Mode.SampleTime).timeUnit(TimeUnit.MICROSECONDS)).getStatistics();
		System.out.printf("direct %.1f ns, through the seam %.1f ns, remote p50 %.0f us, p99 %.0f us%n", direct, local,
				remote.getPercentile(50), remote.getPercentile(99));
		assertThat(local - direct).isLessThanOrEqualTo(1000);
	}

	private static double average(String benchmark) throws Exception {
		return run(options(benchmark).mode(Mode.AverageTime).timeUnit(TimeUnit.NANOSECONDS)).getScore();
	}

	private static ChainedOptionsBuilder options(String benchmark) {
		return new OptionsBuilder().include(SeamCost.class.getName() + "." + benchmark)
			.forks(1)
			.jvmArgs("-Xmx512m")
			.warmupIterations(5)
			.warmupTime(TimeValue.seconds(2))
			.measurementIterations(5)
			.measurementTime(TimeValue.seconds(2));
	}

	private static Result<?> run(ChainedOptionsBuilder options) throws Exception {
		Collection<RunResult> results = new Runner(options.build()).run();
		return results.iterator().next().getPrimaryResult();
	}

}
