package dev.banyan.gateway.traffic;

import java.nio.file.Path;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;

/**
 * A file of lines, a new one each day. Writing never waits for the disk: what does not
 * fit the queue is dropped.
 */
class LineFile implements AutoCloseable {

	private static final int QUEUE = 8192;

	private final LoggerContext context = new LoggerContext();

	private final Logger lines;

	LineFile(Path file, int days) {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(this.context);
		encoder.setPattern("%msg%n");
		encoder.start();
		RollingFileAppender<ILoggingEvent> writer = new RollingFileAppender<>();
		writer.setContext(this.context);
		writer.setName("file");
		writer.setFile(file.toString());
		writer.setEncoder(encoder);
		TimeBasedRollingPolicy<ILoggingEvent> rolling = new TimeBasedRollingPolicy<>();
		rolling.setContext(this.context);
		rolling.setParent(writer);
		rolling.setFileNamePattern(file + ".%d{yyyy-MM-dd, UTC}.gz");
		rolling.setMaxHistory(days);
		rolling.start();
		writer.setRollingPolicy(rolling);
		writer.start();
		AsyncAppender queue = new AsyncAppender();
		queue.setContext(this.context);
		queue.setQueueSize(QUEUE);
		queue.setNeverBlock(true);
		queue.setDiscardingThreshold(0);
		queue.addAppender(writer);
		queue.start();
		this.lines = this.context.getLogger("lines");
		this.lines.setLevel(Level.INFO);
		this.lines.addAppender(queue);
	}

	void write(String line) {
		this.lines.info("{}", line);
	}

	@Override
	public void close() {
		this.context.stop();
	}

}
