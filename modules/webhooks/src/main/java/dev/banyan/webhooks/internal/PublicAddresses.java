package dev.banyan.webhooks.internal;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names to addresses on the public internet only. The connection goes to the
 * very address that was checked.
 */
final class PublicAddresses implements DnsResolver {

	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
		if (Arrays.stream(addresses).anyMatch((address) -> !isPublic(address))) {
			throw new UnknownHostException(host + " is in a private network, which is not allowed");
		}
		return addresses;
	}

	@Override
	public String resolveCanonicalHostname(String host) throws UnknownHostException {
		return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
	}

	static boolean isPublic(InetAddress address) {
		if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
				|| address.isSiteLocalAddress() || address.isMulticastAddress()) {
			return false;
		}
		byte[] bytes = address.getAddress();
		int first = bytes[0] & 0xff;
		int second = bytes[1] & 0xff;
		if (address instanceof Inet4Address) {
			boolean carrierGrade = first == 100 && second >= 64 && second < 128;
			boolean reserved = first == 0 || first >= 240 || (first == 192 && second == 0 && bytes[2] == 0);
			boolean benchmark = first == 198 && (second == 18 || second == 19);
			return !carrierGrade && !reserved && !benchmark;
		}
		// Global unicast without tunnels: 6to4 (2002::) and Teredo (2001:0::) carry IPv4.
		boolean tunnel = first == 0x20 && (second == 0x02 || (second == 0x01 && bytes[2] == 0 && bytes[3] == 0));
		return (first & 0xe0) == 0x20 && !tunnel;
	}

}
