package dev.banyan.gateway.proxy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A client's body that may not be longer than a limit, whatever its headers say. Once it
 * is at fault the request to the home is cut off: whoever writes that request would end
 * it properly, and half a body in chunks would look like a whole one.
 */
class LimitedStream extends FilterInputStream {

	private final Runnable cutOff;

	private long left;

	private @Nullable ClientFault fault;

	LimitedStream(InputStream body, long limit, Runnable cutOff) {
		super(body);
		this.left = limit;
		this.cutOff = cutOff;
	}

	/** What was wrong with the body, if anything was. */
	Optional<ClientFault> fault() {
		return Optional.ofNullable(this.fault);
	}

	private ClientFault fail(ClientFault met) {
		this.fault = met;
		this.cutOff.run();
		return met;
	}

	/** The client's body is at fault, not the home. */
	static class ClientFault extends IOException {

		ClientFault(String message, @Nullable Throwable cause) {
			super(message, cause);
		}

	}

	static class BodyTooLarge extends ClientFault {

		BodyTooLarge() {
			super("The body is over the limit", null);
		}

	}

	@Override
	public int read() throws IOException {
		int read;
		try {
			read = super.read();
		}
		catch (IOException ex) {
			throw fail(new ClientFault("The body broke off", ex));
		}
		count((read >= 0) ? 1 : 0);
		return read;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read;
		try {
			read = super.read(buffer, offset, length);
		}
		catch (IOException ex) {
			throw fail(new ClientFault("The body broke off", ex));
		}
		count(Math.max(0, read));
		return read;
	}

	private void count(int read) throws ClientFault {
		this.left -= read;
		if (this.left < 0) {
			throw fail(new BodyTooLarge());
		}
	}

}
