package dev.banyan.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32;

/**
 * Asks one path again and again over connections that stay open, and keeps how long each
 * answer took. Every body has to be the same, byte for byte, whoever answers.
 */
final class LoadClient {

	private final String path;

	/** Length and checksum of the one body that every answer has to have. */
	private final AtomicReference<String> expected = new AtomicReference<>();

	LoadClient(String path) {
		this.path = path;
	}

	/** What all answers were. */
	String body() {
		return String.valueOf(this.expected.get());
	}

	/** Sorted, in nanoseconds. */
	long[] load(URI address, String headers, int connections, Duration time) throws Exception {
		long end = System.nanoTime() + time.toNanos();
		byte[] request = ("GET " + this.path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + headers
				+ "\r\n")
			.getBytes(StandardCharsets.ISO_8859_1);
		try (ExecutorService pool = Executors.newFixedThreadPool(connections)) {
			List<Future<long[]>> results = new ArrayList<>();
			for (int i = 0; i < connections; i++) {
				Callable<long[]> client = () -> client(address, request, end);
				results.add(pool.submit(client));
			}
			long[] all = {};
			for (Future<long[]> result : results) {
				long[] some = result.get();
				int length = all.length;
				all = Arrays.copyOf(all, length + some.length);
				System.arraycopy(some, 0, all, length, some.length);
			}
			Arrays.sort(all);
			return all;
		}
	}

	private long[] client(URI address, byte[] request, long end) throws IOException {
		long[] latencies = new long[1024];
		int count = 0;
		Socket socket = new Socket(address.getHost(), address.getPort());
		try {
			socket.setTcpNoDelay(true);
			InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
			while (System.nanoTime() < end || count == 0) {
				long start = System.nanoTime();
				socket.getOutputStream().write(request);
				boolean close = answer(in);
				if (count == latencies.length) {
					latencies = Arrays.copyOf(latencies, 2 * count);
				}
				latencies[count++] = System.nanoTime() - start;
				if (close) {
					socket.close();
					socket = new Socket(address.getHost(), address.getPort());
					socket.setTcpNoDelay(true);
					in = new BufferedInputStream(socket.getInputStream(), 65_536);
				}
			}
		}
		finally {
			socket.close();
		}
		return Arrays.copyOf(latencies, count);
	}

	private boolean answer(InputStream in) throws IOException {
		String status = line(in);
		if (!status.contains(" 200")) {
			throw new IOException("Answered: " + status);
		}
		int length = 0;
		boolean chunked = false;
		boolean close = false;
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			String header = line.toLowerCase();
			chunked |= header.equals("transfer-encoding: chunked");
			close |= header.equals("connection: close");
			if (header.startsWith("content-length:")) {
				length = Integer.parseInt(header.substring(15).strip());
			}
		}
		CRC32 checksum = new CRC32();
		long total = 0;
		if (!chunked) {
			checksum.update(in.readNBytes(length));
			total = length;
		}
		else {
			for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
				checksum.update(in.readNBytes(size));
				in.skipNBytes(2);
				total += size;
			}
			line(in);
		}
		same(total + " bytes, checksum " + Long.toHexString(checksum.getValue()));
		return close;
	}

	private void same(String body) throws IOException {
		if (!this.expected.compareAndSet(null, body) && !body.equals(this.expected.get())) {
			throw new IOException("Two answers differ: " + this.expected.get() + " and " + body);
		}
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				throw new IOException("The connection was closed");
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
		return line.toString();
	}

}
