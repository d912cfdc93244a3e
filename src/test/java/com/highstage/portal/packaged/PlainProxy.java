package com.highstage.portal.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A proxy without any cleverness: each request goes to the next replica, whoever sent it,
 * and to the one after that where nobody listens.
 */
public final class PlainProxy implements AutoCloseable {

	/** What concerns one connection only, and what the client sets itself. */
	private static final Set<String> OWN = Set.of("connection", "content-length", "host", "transfer-encoding",
			"upgrade", "http2-settings");

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final AtomicInteger next = new AtomicInteger();

	private final List<AtomicInteger> answered = new ArrayList<>();

	private final HttpServer server;

	private List<URI> replicas = List.of();

	public PlainProxy() {
		try {
			this.server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::pass);
		this.server.start();
	}

	/**
	 * Says where the replicas are.
	 * @param addresses their addresses
	 */
	public void to(List<URI> addresses) {
		addresses.forEach((address) -> this.answered.add(new AtomicInteger()));
		this.replicas = List.copyOf(addresses);
	}

	/**
	 * The address that people type.
	 * @return its address
	 */
	public URI url() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	/**
	 * How many requests a replica has answered.
	 * @param replica which one
	 * @return the number
	 */
	public int answered(int replica) {
		return this.answered.get(replica).get();
	}

	private void pass(HttpExchange exchange) throws IOException {
		try (exchange) {
			answer(exchange, exchange.getRequestBody().readAllBytes());
		}
	}

	private void answer(HttpExchange exchange, byte[] body) throws IOException {
		HttpResponse<byte[]> answer;
		try {
			answer = ask(exchange, body);
		}
		catch (IOException ex) {
			exchange.sendResponseHeaders(502, -1);
			return;
		}
		answer.headers().map().forEach((name, values) -> {
			if (!OWN.contains(name) && !name.startsWith(":")) {
				exchange.getResponseHeaders().put(name, values);
			}
		});
		exchange.sendResponseHeaders(answer.statusCode(), (answer.body().length == 0) ? -1 : answer.body().length);
		exchange.getResponseBody().write(answer.body());
	}

	private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException {
		for (int tries = 1;; tries++) {
			int replica = Math.floorMod(this.next.getAndIncrement(), this.replicas.size());
			try {
				HttpResponse<byte[]> answer = this.client.send(request(exchange, body, this.replicas.get(replica)),
						BodyHandlers.ofByteArray());
				this.answered.get(replica).incrementAndGet();
				return answer;
			}
			catch (ConnectException ex) {
				if (tries == this.replicas.size()) {
					throw ex;
				}
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
		}
	}

	private static HttpRequest request(HttpExchange exchange, byte[] body, URI replica) {
		URI asked = exchange.getRequestURI();
		HttpRequest.Builder request = HttpRequest
			.newBuilder(replica
				.resolve(asked.getRawPath() + ((asked.getRawQuery() != null) ? "?" + asked.getRawQuery() : "")))
			.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		return request.header("X-Forwarded-Host", exchange.getRequestHeaders().getFirst("Host")).build();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
		this.client.close();
	}

}
