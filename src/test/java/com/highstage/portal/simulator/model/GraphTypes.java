package com.highstage.portal.simulator.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The published names and types of Graph v1.0: {@code graph-v1.0-types.json} is the law.
 */
public final class GraphTypes {

	private static final JsonNode LAW = Published.read("graph-v1.0-types.json", JsonNode.class).path("types");

	private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private static final Set<String> OPEN_OBJECTS = Set.of("api", "info", "publicClient", "spa", "web",
			"implicitGrantSettings", "parentalControlSettings");

	private GraphTypes() {
	}

	/**
	 * The properties of a type, inherited ones included.
	 * @param type the type's name
	 * @return types by property name
	 */
	public static Map<String, String> properties(String type) {
		Map<String, String> properties = new TreeMap<>();
		for (JsonNode law = LAW.path(type); law.isObject(); law = LAW.path(law.path("base").asString(""))) {
			law.path("properties")
				.properties()
				.forEach((one) -> properties.put(one.getKey(), one.getValue().asString()));
		}
		return properties;
	}

	public static boolean navigation(String type, String name) {
		return LAW.path(type).path("navigation").has(name);
	}

	/**
	 * An object with every property at its default.
	 * @param type the type's name
	 * @return empty collections, and null for the rest
	 */
	public static ObjectNode blank(String type) {
		ObjectNode blank = JsonMapper.shared().createObjectNode();
		if (properties(type).containsKey("id")) {
			blank.putNull("id");
		}
		properties(type).forEach((name, kind) -> {
			if (kind.startsWith("Collection(")) {
				blank.putArray(name);
			}
			else if (OPEN_OBJECTS.contains(name) && LAW.has(kind)) {
				blank.set(name, blank(kind));
			}
			else if (!kind.equals("Edm.Stream")) {
				blank.putNull(name);
			}
		});
		return blank;
	}

	/**
	 * Checks names and types, deeply.
	 * @param type the type's name
	 * @param body what a client sent
	 * @throws IllegalTypeException naming the first thing that does not fit
	 */
	public static void check(String type, JsonNode body) {
		if (!body.isObject()) {
			throw new IllegalTypeException("An object of type 'microsoft.graph." + type + "' was expected.");
		}
		Map<String, String> properties = properties(type);
		body.properties().forEach((one) -> {
			String kind = properties.get(one.getKey());
			if (kind == null && !one.getKey().contains("@")) {
				throw new IllegalTypeException("Invalid property '" + one.getKey() + "'.");
			}
			if (kind != null && !one.getValue().isNull()) {
				checkValue(one.getKey(), kind, one.getValue());
			}
		});
	}

	private static void checkValue(String name, String kind, JsonNode value) {
		if (kind.startsWith("Collection(")) {
			require(value.isArray(), name, kind);
			String item = kind.substring("Collection(".length(), kind.length() - 1);
			value.forEach((one) -> checkValue(name, item, one));
		}
		else if (LAW.has(kind)) {
			check(kind, value);
		}
		else {
			require(primitive(kind, value), name, kind);
		}
	}

	private static boolean primitive(String kind, JsonNode value) {
		return switch (kind) {
			case "Edm.Boolean" -> value.isBoolean();
			case "Edm.Int32" -> value.isInt();
			case "Edm.Guid" -> value.isString() && GUID.matcher(value.asString()).matches();
			case "Edm.DateTimeOffset" ->
				value.isString() && value.asString().matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|[+-]\\d\\d:\\d\\d)");
			default -> value.isString();
		};
	}

	private static void require(boolean fits, String name, String kind) {
		if (!fits) {
			throw new IllegalTypeException(
					"Cannot convert the value of property '" + name + "' to the expected type '" + kind + "'.");
		}
	}

	/**
	 * Something that Graph does not know or cannot read.
	 */
	public static final class IllegalTypeException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		IllegalTypeException(String message) {
			super(message);
		}

	}

}
