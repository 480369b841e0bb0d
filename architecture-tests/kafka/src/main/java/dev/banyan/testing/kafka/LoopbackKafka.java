package dev.banyan.testing.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * One broker that is its own controller and listens on 127.0.0.1 only. What it has taken
 * survives a restart in the same folder.
 */
public final class LoopbackKafka implements AutoCloseable {

	private final KafkaRaftServer server;

	private final int port;

	private LoopbackKafka(KafkaRaftServer server, int port) {
		this.server = server;
		this.port = port;
	}

	/**
	 * Starts a broker.
	 * @param folder where it keeps its data; a new one is made ready first
	 * @param port where it listens; 0 for any free one
	 * @return a broker that answers
	 */
	public static LoopbackKafka start(Path folder, int port) {
		int own = (port != 0) ? port : freePort();
		Properties properties = properties(folder, own, freePort());
		if (!Files.exists(folder.resolve("log/meta.properties"))) {
			format(folder, properties);
		}
		KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
		server.startup();
		return new LoopbackKafka(server, own);
	}

	private static Properties properties(Path folder, int port, int controller) {
		Properties properties = new Properties();
		properties.setProperty("process.roles", "broker,controller");
		properties.setProperty("node.id", "1");
		properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controller);
		properties.setProperty("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
		properties.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
		properties.setProperty("controller.listener.names", "CONTROLLER");
		properties.setProperty("log.dirs", folder.resolve("log").toString());
		properties.setProperty("auto.create.topics.enable", "false");
		properties.setProperty("offsets.topic.replication.factor", "1");
		properties.setProperty("offsets.topic.num.partitions", "4");
		properties.setProperty("transaction.state.log.replication.factor", "1");
		properties.setProperty("transaction.state.log.min.isr", "1");
		properties.setProperty("group.initial.rebalance.delay.ms", "0");
		properties.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
		return properties;
	}

	private static void format(Path folder, Properties properties) {
		try {
			Files.createDirectories(folder);
			Path file = folder.resolve("format.properties");
			try (var writer = Files.newBufferedWriter(file)) {
				properties.store(writer, null);
			}
			ByteArrayOutputStream said = new ByteArrayOutputStream();
			int status = StorageTool.execute(
					new String[] { "format", "-t", Uuid.randomUuid().toString(), "-c", file.toString() },
					new PrintStream(said, true, StandardCharsets.UTF_8));
			if (status != 0) {
				throw new IllegalStateException(
						"The broker's folder cannot be made ready: " + said.toString(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where clients find it.
	 * @return host and port
	 */
	public String url() {
		return "127.0.0.1:" + this.port;
	}

	@Override
	public void close() {
		this.server.shutdown();
		this.server.awaitShutdown();
	}

	/**
	 * Runs a broker until it is told to end.
	 * @param arguments its folder and its port
	 */
	public static void main(String[] arguments) {
		System.setProperty("logback.configurationFile", "local-kafka-logback.xml");
		LoopbackKafka broker = start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
		Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
		System.out.println("Kafka answers at " + broker.url());
		broker.server.awaitShutdown();
	}

}
