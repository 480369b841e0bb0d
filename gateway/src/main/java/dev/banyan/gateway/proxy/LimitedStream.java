package dev.banyan.gateway.proxy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/**
 * A body that may not be longer than a limit, whatever its headers say.
 */
class LimitedStream extends FilterInputStream {

	private long left;

	LimitedStream(InputStream body, long limit) {
		super(body);
		this.left = limit;
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
			throw new ClientFault("The body broke off", ex);
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
			throw new ClientFault("The body broke off", ex);
		}
		count(Math.max(0, read));
		return read;
	}

	private void count(int read) throws BodyTooLarge {
		this.left -= read;
		if (this.left < 0) {
			throw new BodyTooLarge();
		}
	}

}
