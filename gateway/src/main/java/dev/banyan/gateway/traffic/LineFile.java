package dev.banyan.gateway.traffic;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of lines, written many at a time by a thread of its own. Nobody waits for the
 * disk: what does not fit the queue is dropped. Each day's lines are put aside under
 * their date.
 */
class LineFile implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(LineFile.class);

	private static final int QUEUE = 8192;

	/** So long lines are gathered. */
	private static final Duration PAUSE = Duration.ofMillis(200);

	private final Path file;

	private final int days;

	private final Clock clock;

	private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(QUEUE);

	private final Thread thread;

	private volatile boolean open = true;

	LineFile(Path file, int days, Clock clock) {
		this.file = file.toAbsolutePath();
		this.days = days;
		this.clock = clock;
		this.thread = Thread.ofPlatform().name("access-log").daemon().start(this::run);
	}

	void write(String line) {
		this.queue.offer(line);
	}

	private void run() {
		List<String> lines = new ArrayList<>();
		while (this.open || !this.queue.isEmpty()) {
			try {
				String first = this.queue.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
				if (first != null) {
					lines.add(first);
					Thread.sleep(this.open ? PAUSE : Duration.ZERO);
					this.queue.drainTo(lines);
					append(lines);
				}
			}
			catch (IOException ex) {
				logger.warn("{} lines could not be written to {}: {}", lines.size(), this.file, ex.toString());
			}
			catch (InterruptedException ex) {
				this.open = false;
			}
			lines.clear();
		}
	}

	private void append(List<String> lines) throws IOException {
		putAside();
		try (BufferedWriter writer = Files.newBufferedWriter(this.file, StandardCharsets.UTF_8,
				StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
			for (String line : lines) {
				writer.write(line);
				writer.write('\n');
			}
		}
	}

	private void putAside() throws IOException {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		if (!Files.exists(this.file)) {
			return;
		}
		LocalDate last = LocalDate.ofInstant(Files.getLastModifiedTime(this.file).toInstant(), ZoneOffset.UTC);
		if (!last.isBefore(today)) {
			return;
		}
		String name = this.file.getFileName() + ".";
		Files.move(this.file, this.file.resolveSibling(name + last), StandardCopyOption.REPLACE_EXISTING);
		String oldest = name + today.minusDays(this.days);
		try (DirectoryStream<Path> kept = Files.newDirectoryStream(this.file.resolveSibling("."), name + "*-*-*")) {
			for (Path day : kept) {
				if (day.getFileName().toString().compareTo(oldest) < 0) {
					Files.delete(day);
				}
			}
		}
	}

	@Override
	public void close() {
		this.open = false;
		try {
			this.thread.join(Duration.ofSeconds(2));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
