package com.highstage.portal.simulator.graph;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.http.Forms;
import com.highstage.portal.simulator.http.Request;
import com.highstage.portal.simulator.model.GraphTypes;

/**
 * OData query options, as far as the simulator understands them; the rest is refused.
 *
 * @param options the options as sent
 * @param advanced whether {@code ConsistencyLevel: eventual} was sent
 * @param base the address of Graph as the client sees it
 */
record Query(Map<String, String> options, boolean advanced, String base) {

	private static final Set<String> KNOWN = Set.of("$select", "$filter", "$count", "$top", "$skiptoken", "$expand");

	static Query of(Request request) {
		Map<String, String> options = request.query();
		for (String name : options.keySet()) {
			if (name.startsWith("$") && !KNOWN.contains(name)) {
				throw GraphError.of(400, "BadRequest", "The query parameter '" + name + "' is not supported.");
			}
		}
		boolean advanced = request.header("consistencylevel")
			.filter((level) -> level.equalsIgnoreCase("eventual"))
			.isPresent();
		if (options.containsKey("$count") && !advanced) {
			throw GraphError
				.unsupported("$count is not currently supported without the header ConsistencyLevel: eventual.");
		}
		if (!options.getOrDefault("$top", "1").matches("[1-9]\\d{0,2}")) {
			throw GraphError.of(400, "BadRequest",
					"Invalid page size specified: '" + options.get("$top") + "'. Must be between 1 and 999 inclusive.");
		}
		String prefix = request.path().startsWith("/graph/") ? "/graph" : "";
		return new Query(options, advanced, request.origin() + prefix);
	}

	boolean counts() {
		return "true".equalsIgnoreCase(this.options.get("$count"));
	}

	boolean selects(String property) {
		return selected().contains(property);
	}

	private List<String> selected() {
		String select = this.options.getOrDefault("$select", "");
		return select.isBlank() ? List.of() : Arrays.stream(select.split(",")).map(String::trim).toList();
	}

	/**
	 * Keeps the selected properties.
	 * @param type the type's name
	 * @param object the whole object
	 * @return a copy
	 */
	ObjectNode project(String type, JsonNode object) {
		checkNames(type);
		ObjectNode projected = JsonMapper.shared().createObjectNode();
		object.properties().forEach((one) -> {
			if (selected().isEmpty() || selects(one.getKey())) {
				projected.set(one.getKey(), one.getValue().deepCopy());
			}
		});
		return projected;
	}

	private void checkNames(String type) {
		for (String name : wanted()) {
			if (!GraphTypes.navigation(type, name)) {
				throw GraphError.of(400, "BadRequest",
						"Parsing OData Select and Expand failed: Could not find a property named '" + name
								+ "' on type 'microsoft.graph." + type + "'.");
			}
		}
		for (String name : selected()) {
			if (!GraphTypes.properties(type).containsKey(name)) {
				throw GraphError.badRequest(
						"Could not find a property named '" + name + "' on type 'microsoft.graph." + type + "'.");
			}
		}
	}

	Predicate<JsonNode> filter(String type) {
		checkNames(type);
		String filter = this.options.getOrDefault("$filter", "");
		return filter.isBlank() ? (any) -> true : Filter.parse(type, filter, this.advanced);
	}

	/**
	 * The relationships to include.
	 * @param known those that can be included here
	 * @return their names
	 */
	List<String> expanded(String... known) {
		for (String name : wanted()) {
			if (!List.of(known).contains(name)) {
				throw GraphError.of(501, "NotImplemented", "The simulator does not know how to expand " + name + ".");
			}
		}
		return wanted();
	}

	private List<String> wanted() {
		return Arrays.stream(this.options.getOrDefault("$expand", "").split(","))
			.map(String::trim)
			.filter((name) -> !name.isEmpty())
			.toList();
	}

	/**
	 * A collection, page by page.
	 * @param context what it is a collection of
	 * @param items all items
	 * @return the page that was asked for
	 */
	ObjectNode list(String context, List<ObjectNode> items) {
		ObjectNode body = JsonMapper.shared().createObjectNode();
		body.put("@odata.context", "https://graph.microsoft.com/v1.0/$metadata#" + context);
		if (counts()) {
			body.put("@odata.count", items.size());
		}
		int size = Integer.parseInt(this.options.getOrDefault("$top", "100"));
		int start = Math.min(skip(), items.size());
		int end = Math.min(start + size, items.size());
		if (end < items.size()) {
			body.put("@odata.nextLink", next(context, end));
		}
		ArrayNode value = body.putArray("value");
		items.subList(start, end).forEach(value::add);
		return body;
	}

	private int skip() {
		String token = this.options.getOrDefault("$skiptoken", "0");
		if (!token.matches("\\d{1,6}")) {
			throw GraphError.of(400, "Directory_ExpiredPageToken",
					"The specified page token value has expired or is invalid.");
		}
		return Integer.parseInt(token);
	}

	private String next(String context, int from) {
		Map<String, String> following = new LinkedHashMap<>(this.options);
		following.put("$skiptoken", String.valueOf(from));
		return this.base + "/v1.0/" + context.replaceAll("\\('([^']*)'\\)", "/$1") + "?" + Forms.encode(following);
	}

}
