package dev.banyan.webhooks.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PublicAddressesTests {

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
			"0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "fe80::1", "fd00::1", "64:ff9b::7f00:1", "2002:7f00:1::1",
			"::ffff:127.0.0.1" })
	void knowsPrivateAddresses(String address) throws UnknownHostException {
		assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "8.8.8.8", "100.128.0.1", "192.0.66.2", "2606:4700::1111" })
	void knowsPublicAddresses(String address) throws UnknownHostException {
		assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
	}

	@Test
	void resolvesNoPrivateAddress() {
		assertThatExceptionOfType(UnknownHostException.class)
			.isThrownBy(() -> new PublicAddresses().resolve("127.0.0.1"));
	}

}
