package com.highstage.portal.simulator.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.http.Request;

/**
 * A list that comes page by page: the next page is asked for by sending the same body
 * again, to another address.
 *
 * @param start where the page starts
 * @param size how many objects it has at most
 * @param query which list it is, told by the body
 */
record Pages(int start, int size, String query) {

	/** Without a wish: fewer than most clients hope for. */
	private static final int USUAL = 100;

	private static final int MOST = 1000;

	private static final Pattern WISH = Pattern.compile("odata\\.maxpagesize\\s*=\\s*(\\d{1,6})",
			Pattern.CASE_INSENSITIVE);

	static Pages of(Request request) {
		Matcher wish = WISH.matcher(request.header("prefer").orElse(""));
		int size = wish.find() ? Math.clamp(Integer.parseInt(wish.group(1)), 1, MOST) : USUAL;
		String query = UUID.nameUUIDFromBytes(request.text().getBytes(StandardCharsets.UTF_8)).toString();
		String token = request.query().getOrDefault("$skiptoken", "");
		if (token.isEmpty()) {
			return new Pages(0, size, query);
		}
		String[] parts = token.split("\\.");
		if (parts.length != 2 || !parts[0].matches("\\d{1,6}") || !parts[1].equals(query)) {
			throw ExchangeError.request(400, "BadRequest", "The skip token does not belong to this request.");
		}
		return new Pages(Integer.parseInt(parts[0]), size, query);
	}

	void fill(ObjectNode body, String address, List<ObjectNode> objects) {
		int from = Math.min(this.start, objects.size());
		int to = Math.min(from + this.size, objects.size());
		if (to < objects.size()) {
			body.put("@odata.nextLink", address + "?%24skiptoken=" + to + "." + this.query);
		}
		ArrayNode value = JsonMapper.shared().createArrayNode();
		objects.subList(from, to).forEach(value::add);
		body.set("value", value);
	}

}
