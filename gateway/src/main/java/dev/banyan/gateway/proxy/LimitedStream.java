package dev.banyan.gateway.proxy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that may not be longer than a limit, whatever its headers say.
 */
class LimitedStream extends FilterInputStream {

	private long left;

	LimitedStream(InputStream body, long limit) {
		super(body);
		this.left = limit;
	}

	static class BodyTooLarge extends IOException {

		BodyTooLarge() {
			super("The body is over the limit");
		}

	}

	@Override
	public int read() throws IOException {
		int read = super.read();
		count((read >= 0) ? 1 : 0);
		return read;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read = super.read(buffer, offset, length);
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
