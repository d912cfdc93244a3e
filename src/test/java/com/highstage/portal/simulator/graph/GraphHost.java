package com.highstage.portal.simulator.graph;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import com.highstage.portal.simulator.entra.SigningKey;
import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.http.Request;
import com.highstage.portal.simulator.model.World;

/**
 * {@code graph.microsoft.com}.
 */
public final class GraphHost {

	private final World world;

	private final SigningKey key;

	private final Batch batch;

	/**
	 * Sets the host up.
	 * @param world Microsoft's side
	 * @param key what tokens are signed with
	 * @param interruption what goes wrong inside a batch, by the call's name and address;
	 * empty for nothing
	 */
	public GraphHost(World world, SigningKey key, BiFunction<String, String, Optional<Answer>> interruption) {
		this.world = world;
		this.key = key;
		this.batch = new Batch(this, interruption);
	}

	/**
	 * The name of a call, by which faults find it.
	 * @param method the HTTP method
	 * @param path the path after the host
	 * @return {@code addPassword}, {@code upsertApplication}, …
	 */
	public static String call(String method, List<String> path) {
		return (path.size() < 2) ? "graph" : Operation.name(method, resource(path));
	}

	/**
	 * The segments after the version; {@code myorganization} says nothing.
	 */
	private static List<String> resource(List<String> path) {
		boolean mine = path.size() > 2 && path.get(1).equals("myorganization");
		return path.subList(mine ? 2 : 1, path.size());
	}

	/**
	 * Who calls, for the journal.
	 * @param request the request
	 * @return the person's address, {@code application}, or {@code anonymous}
	 */
	public String caller(Request request) {
		try {
			return Caller.of(request, this.world, this.key).name();
		}
		catch (GraphError ex) {
			return "anonymous";
		}
	}

	/**
	 * Answers a request.
	 * @param request the request
	 * @param path the path after the host
	 * @return the answer
	 */
	public Answer answer(Request request, List<String> path) {
		String requestId = UUID.randomUUID().toString();
		String clientRequestId = request.header("client-request-id").orElse(requestId);
		Instant now = this.world.now();
		Answer answer;
		try {
			answer = route(request, path);
		}
		catch (GraphError ex) {
			answer = Answer.json(ex.status(), ex.body(now, requestId, clientRequestId));
		}
		return answer.with("request-id", requestId).with("client-request-id", clientRequestId);
	}

	private Answer route(Request request, List<String> path) {
		if (path.isEmpty() || !path.getFirst().equals("v1.0")) {
			throw GraphError.of(400, "BadRequest", "Invalid version: " + (path.isEmpty() ? "" : path.getFirst()));
		}
		Caller caller = Caller.of(request, this.world, this.key);
		List<String> rest = resource(path);
		if (rest.equals(List.of("$batch"))) {
			return this.batch.answer(request);
		}
		Address address = Address.parse(rest);
		Operation operation = Operation.find(request.method(), address);
		return operation.handler().apply(new Call(this.world, caller, address, Query.of(request), request));
	}

}
