package com.highstage.portal.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * HTTP/1.1 on the wire (RFC 9112), as far as the simulator needs it.
 */
final class Wire {

	private static final int LONGEST_LINE = 64 * 1024;

	private Wire() {
	}

	static Optional<Request> read(InputStream in, OutputStream out, String scheme) throws IOException {
		String requestLine = line(in);
		if (requestLine.isEmpty()) {
			return Optional.empty();
		}
		String[] parts = requestLine.split(" ");
		if (parts.length != 3) {
			throw new IOException("Not a request line");
		}
		Map<String, String> headers = headers(in);
		if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
			out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		}
		return Optional.of(new Request(parts[0], scheme, originForm(parts[1]), headers, body(in, headers)));
	}

	private static String originForm(String target) {
		if (target.startsWith("/")) {
			return target;
		}
		int authority = target.indexOf("://");
		int path = target.indexOf('/', authority + 3);
		return (path < 0) ? "/" : target.substring(path);
	}

	private static Map<String, String> headers(InputStream in) throws IOException {
		Map<String, String> headers = new HashMap<>();
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			int colon = line.indexOf(':');
			if (colon < 1) {
				throw new IOException("Not a header");
			}
			headers.merge(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim(),
					(first, second) -> first + ", " + second);
		}
		return headers;
	}

	private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
		if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
			return chunks(in);
		}
		int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
		return in.readNBytes(length);
	}

	private static byte[] chunks(InputStream in) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		while (true) {
			int length = Integer.parseInt(line(in).split(";")[0].trim(), 16);
			body.write(in.readNBytes(length));
			line(in);
			if (length == 0) {
				return body.toByteArray();
			}
		}
	}

	private static String line(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
			if (line.size() > LONGEST_LINE) {
				throw new IOException("Line too long");
			}
			line.write(next);
		}
		return line.toString(StandardCharsets.UTF_8).stripTrailing();
	}

	static void write(Answer answer, boolean keep, boolean head, OutputStream out) throws IOException {
		ByteArrayOutputStream message = new ByteArrayOutputStream();
		StringBuilder start = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" \r\n");
		answer.headers()
			.forEach((header) -> start.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n"));
		if (answer.status() != 204 && answer.status() != 304) {
			start.append("Content-Length: ").append(answer.body().length).append("\r\n");
		}
		start.append("Connection: ").append(keep ? "keep-alive" : "close").append("\r\n\r\n");
		message.write(start.toString().getBytes(StandardCharsets.UTF_8));
		if (!head) {
			message.write(answer.body());
		}
		out.write(message.toByteArray());
		out.flush();
	}

}
