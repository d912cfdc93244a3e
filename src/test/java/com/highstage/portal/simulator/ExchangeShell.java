package com.highstage.portal.simulator;

import java.net.http.HttpResponse;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An administrator who runs cmdlets over HTTP, for tests.
 *
 * @param browser the administrator's browser
 * @param address who it is
 * @param organisation the organisation's domain
 * @param token what Entra gave them
 */
record ExchangeShell(Browser browser, String address, String organisation, String token) {

	static ExchangeShell of(Microsoft365Simulator microsoft365, String address, String organisation) {
		Browser browser = new Browser(microsoft365);
		return new ExchangeShell(browser, address, organisation, browser.exchangeManager(address, organisation));
	}

	static ExchangeShell allowing(Microsoft365Simulator microsoft365, String address, String organisation) {
		new Browser(microsoft365).allow(address, organisation);
		return of(microsoft365, address, organisation);
	}

	static String body(String cmdlet, Map<String, ?> parameters) {
		return JsonMapper.shared()
			.writeValueAsString(Map.of("CmdletInput", Map.of("CmdletName", cmdlet, "Parameters", parameters)));
	}

	String path() {
		return "adminapi/beta/" + this.organisation + "/InvokeCommand";
	}

	HttpResponse<String> send(String path, String body, String... more) {
		String[] headers = new String[more.length + 4];
		headers[0] = "X-AnchorMailbox";
		headers[1] = "UPN:" + this.address;
		headers[2] = "Content-Type";
		headers[3] = "application/json";
		System.arraycopy(more, 0, headers, 4, more.length);
		return this.browser.exchange(this.token, path, body, headers);
	}

	HttpResponse<String> answer(String cmdlet, Map<String, ?> parameters, String... headers) {
		return send(path(), body(cmdlet, parameters), headers);
	}

	JsonNode run(String cmdlet, Map<String, ?> parameters) {
		HttpResponse<String> answer = answer(cmdlet, parameters);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return Browser.json(answer);
	}

	/**
	 * What Exchange says when it refuses.
	 */
	String refusal(String cmdlet, Map<String, ?> parameters) {
		HttpResponse<String> answer = answer(cmdlet, parameters);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
		JsonNode error = Browser.json(answer).path("error");
		return error.path("details")
			.path(0)
			.path("message")
			.asString(error.at("/innererror/internalexception/message").asString(error.path("message").asString()));
	}

}
