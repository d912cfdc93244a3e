package com.highstage.portal.simulator.exchange;

import java.util.List;
import java.util.UUID;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.entra.SigningKey;
import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.http.Request;
import com.highstage.portal.simulator.model.Exchange;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.World;

/**
 * {@code outlook.office365.com}, as far as it runs cmdlets: {@code POST
 * /adminapi/beta/{tenant}/InvokeCommand}.
 */
public final class ExchangeHost {

	private static final int LONGEST_NAME = 60;

	private final World world;

	private final SigningKey key;

	public ExchangeHost(World world, SigningKey key) {
		this.world = world;
		this.key = key;
	}

	/**
	 * The name of a call, by which faults find it.
	 * @param request the request
	 * @return the cmdlet's name, {@code outlook} if there is none
	 */
	public static String call(Request request) {
		try {
			String name = JsonMapper.shared().readTree(request.body()).at("/CmdletInput/CmdletName").asString("");
			return (name.isEmpty() || name.length() > LONGEST_NAME) ? "outlook" : name;
		}
		catch (JacksonException ex) {
			return "outlook";
		}
	}

	/**
	 * Who calls, for the journal.
	 * @param request the request
	 * @return the person's address, or {@code anonymous}
	 */
	public String caller(Request request) {
		try {
			return Caller.of(request, this.world, this.key).account().address();
		}
		catch (ExchangeError ex) {
			return "anonymous";
		}
	}

	/**
	 * Answers a request.
	 * @param request the request
	 * @param base the address of this host as the client sees it
	 * @param path the path after the host
	 * @return the answer
	 */
	public Answer answer(Request request, String base, List<String> path) {
		Answer answer;
		try {
			answer = route(request, base, path);
		}
		catch (ExchangeError ex) {
			answer = ex.answer();
		}
		return answer.with("request-id", UUID.randomUUID().toString()).with("X-FEServer", "SIMPR01CA0001");
	}

	private Answer route(Request request, String base, List<String> path) {
		if (path.size() != 4 || !path.getFirst().equals("adminapi") || !path.getLast().equals("InvokeCommand")) {
			return Answer.empty(404);
		}
		if (!request.method().equals("POST") || !path.get(1).equals("beta")) {
			return Answer.empty(405);
		}
		String tenant = path.get(2);
		checkExists(tenant);
		Caller caller = Caller.of(request, this.world, this.key);
		caller.needToManage(tenant, this.world);
		caller.needAnchor(request);
		JsonNode input = input(request);
		Pages pages = Pages.of(request);
		Cmdlet cmdlet = Cmdlet.named(input.path("CmdletName").asString());
		Output output = cmdlet.run(caller.organisation(), this.world.now(), input.path("Parameters"));
		String address = base + "/adminapi/beta/" + tenant + "/InvokeCommand";
		return Answer.json(200, body(tenant, output, pages, address));
	}

	private void checkExists(String tenant) {
		if (this.world.organisation(tenant).map(Organisation::exchange).filter(Exchange::exists).isEmpty()) {
			throw ExchangeError.request(404, "ResourceNotFound",
					"The organization '" + tenant + "' couldn't be found in Exchange Online.");
		}
	}

	/**
	 * Runs a cmdlet as an administrator with all rights does in PowerShell.
	 * @param organisation its domain or id
	 * @param name the cmdlet
	 * @param parameters its parameters
	 * @return what it puts out
	 * @throws IllegalArgumentException if Exchange refuses
	 */
	public List<ObjectNode> run(String organisation, String name, JsonNode parameters) {
		try {
			checkExists(organisation);
			return Cmdlet.named(name)
				.run(this.world.organisation(organisation).orElseThrow(), this.world.now(), parameters)
				.objects();
		}
		catch (ExchangeError ex) {
			throw new IllegalArgumentException(name + ": " + ex.getMessage(), ex);
		}
	}

	private static JsonNode input(Request request) {
		if (!request.header("content-type").orElse("").startsWith("application/json")) {
			throw ExchangeError.request(415, "UnsupportedMediaType", "A supported MIME type could not be found.");
		}
		try {
			JsonNode body = JsonMapper.shared().readTree(request.body());
			JsonNode input = body.path("CmdletInput");
			boolean parameters = input.path("Parameters").isObject() || input.path("Parameters").isMissingNode();
			if (body.size() != 1 || !input.path("CmdletName").isString() || !parameters || input.size() > 2) {
				throw ExchangeError.request(400, "BadRequest", "Invalid Operation");
			}
			return input;
		}
		catch (JacksonException ex) {
			throw ExchangeError.request(400, "BadRequest", "Unable to read data from the request body.");
		}
	}

	private static ObjectNode body(String tenant, Output output, Pages pages, String address) {
		ObjectNode body = JsonMapper.shared().createObjectNode();
		body.put("@odata.context", "https://outlook.office365.com/adminapi/beta/" + tenant
				+ "/$metadata#Collection(Exchange.GenericHashTable)");
		body.put("adminapi.warnings@odata.type", "#Collection(String)");
		output.warnings().forEach(body.putArray("@adminapi.warnings")::add);
		pages.fill(body, address, output.objects());
		return body;
	}

}
