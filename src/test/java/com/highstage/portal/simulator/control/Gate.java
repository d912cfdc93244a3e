package com.highstage.portal.simulator.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.simulator.entra.EntraHost;
import com.highstage.portal.simulator.exchange.ExchangeHost;
import com.highstage.portal.simulator.graph.GraphHost;
import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.http.Request;
import com.highstage.portal.simulator.model.World;

/**
 * Where every call to a Microsoft host passes: waits, goes wrong if it has to, is
 * answered one at a time, and is written down.
 */
final class Gate {

	private static final Map<String, String> HOSTS = Map.of("login", "https://login.microsoftonline.com", "graph",
			"https://graph.microsoft.com", "outlook", "https://outlook.office365.com");

	/** How soon a change of the latency is seen by calls under way, in milliseconds. */
	private static final long LOOK_AGAIN = 50;

	private final World world;

	private final EntraHost entra;

	private final GraphHost graph;

	private final ExchangeHost exchange;

	private final Faults faults;

	private final Journal journal;

	private final ReentrantLock lock;

	Gate(World world, Hosts hosts, Faults faults, Journal journal, ReentrantLock lock) {
		this.world = world;
		this.entra = hosts.entra();
		this.graph = hosts.graph();
		this.exchange = hosts.exchange();
		this.faults = faults;
		this.journal = journal;
		this.lock = lock;
	}

	static boolean knows(String host) {
		return HOSTS.containsKey(host);
	}

	Answer pass(String host, Request request, String prefix, List<String> path) {
		Instant at = this.world.now();
		String url = HOSTS.get(host) + request.target().substring(prefix.length());
		String call = call(host, request, path);
		pause(this.world);
		Optional<Fault> fault = this.faults.next(call, url);
		Answer answer = null;
		boolean effect = false;
		this.lock.lock();
		try {
			String caller = caller(host, request);
			if (fault.isEmpty() || fault.get().afterEffect()) {
				int before = request.method().equals("GET") ? 0 : this.world.fingerprint();
				answer = answer(host, request, prefix, path);
				this.journal.issued(Redaction.secrets(answer));
				effect = !request.method().equals("GET") && before != this.world.fingerprint();
			}
			Duration timeout = Duration.ofMillis(this.world.settings().timeoutMillis());
			Answer sent = fault.map((one) -> Faults.answer(one, host, timeout)).orElse(answer);
			this.journal.add(new Journal.Entry(at, call, caller, request.method(), Redaction.location(url),
					sent.status(), body(request), body(sent), effect, fault.map(Fault::kind).orElse(null)));
			return sent;
		}
		finally {
			this.lock.unlock();
		}
	}

	private Answer answer(String host, Request request, String prefix, List<String> path) {
		return switch (host) {
			case "login" -> this.entra.answer(request, request.origin() + prefix, path);
			case "graph" -> this.graph.answer(request, path);
			default -> this.exchange.answer(request, request.origin() + prefix, path);
		};
	}

	private static String call(String host, Request request, List<String> path) {
		return switch (host) {
			case "login" -> EntraHost.call(path);
			case "graph" -> GraphHost.call(request.method(), path);
			default -> ExchangeHost.call(request);
		};
	}

	private String caller(String host, Request request) {
		return switch (host) {
			case "login" -> loginCaller(request);
			case "graph" -> this.graph.caller(request);
			default -> this.exchange.caller(request);
		};
	}

	private static String loginCaller(Request request) {
		Map<String, String> form = request.form();
		String account = form.getOrDefault("address", form.getOrDefault("account", ""));
		String client = form.getOrDefault("client_id", request.query().getOrDefault("client_id", "anonymous"));
		return account.isEmpty() ? client : account;
	}

	/**
	 * Lets a call wait for as long as the latency is set to, a change meanwhile included.
	 * @param world whose settings hold
	 */
	static void pause(World world) {
		long begun = System.nanoTime();
		try {
			for (long left = left(world, begun); left > 0; left = left(world, begun)) {
				Thread.sleep(Math.min(left, LOOK_AGAIN));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static long left(World world, long begun) {
		return world.settings().latencyMillis() - Duration.ofNanos(System.nanoTime() - begun).toMillis();
	}

	private static @Nullable JsonNode body(Request request) {
		if (request.isForm()) {
			return Redaction.form(request.form());
		}
		return (request.body().length == 0) ? null : Redaction.json(request.text());
	}

	private static @Nullable JsonNode body(Answer answer) {
		String location = answer.header("Location");
		if (!location.isEmpty()) {
			return JsonMapper.shared().getNodeFactory().stringNode(Redaction.location(location));
		}
		if (answer.header("Content-Type").startsWith("application/json")) {
			return Redaction.json(answer.text());
		}
		return answer.header("Content-Type").isEmpty() ? null
				: JsonMapper.shared().getNodeFactory().stringNode(answer.header("Content-Type"));
	}

	/**
	 * Microsoft's hosts.
	 *
	 * @param entra {@code login.microsoftonline.com}
	 * @param graph {@code graph.microsoft.com}
	 * @param exchange {@code outlook.office365.com}
	 */
	record Hosts(EntraHost entra, GraphHost graph, ExchangeHost exchange) {

	}

}
