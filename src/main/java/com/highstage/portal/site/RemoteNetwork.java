package com.highstage.portal.site;

import java.net.InetAddress;
import java.net.UnknownHostException;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a request came from, as limits count it: one household or company has a whole
 * IPv6 network.
 */
public final class RemoteNetwork {

	private static final int IPV6_NETWORK = 8;

	private RemoteNetwork() {
	}

	/**
	 * Names the network.
	 * @param request the request
	 * @return its remote address, or the first half of it where that is an IPv6 address
	 */
	public static String of(HttpServletRequest request) {
		byte[] bytes = bytes(request.getRemoteAddr());
		int length = (bytes.length > IPV6_NETWORK) ? IPV6_NETWORK : bytes.length;
		StringBuilder network = new StringBuilder();
		for (int i = 0; i < length; i++) {
			network.append(Integer.toHexString(Byte.toUnsignedInt(bytes[i]))).append('.');
		}
		return network.toString();
	}

	private static byte[] bytes(String address) {
		try {
			return InetAddress.getByName(address).getAddress();
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(address, ex);
		}
	}

}
