package com.highstage.portal.simulator.graph;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An OData resource path.
 *
 * @param collection the first segment, without key
 * @param keyName the name of the alternate key, {@code id} for the primary one, empty for
 * the collection itself
 * @param key the key's value
 * @param rest the segments after it
 */
record Address(String collection, String keyName, String key, List<String> rest) {

	private static final Pattern KEYED = Pattern.compile("(\\w+)\\((?:(\\w+)=)?'((?:[^']|'')*)'\\)");

	private static final Set<String> KEYED_BY_ID = Set.of("applications", "servicePrincipals");

	private static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

	static Address parse(List<String> path) {
		if (path.isEmpty()) {
			throw GraphError.segment("");
		}
		Matcher keyed = KEYED.matcher(path.getFirst());
		if (keyed.matches()) {
			String name = (keyed.group(2) != null) ? keyed.group(2) : "id";
			return new Address(keyed.group(1), name, keyed.group(3).replace("''", "'"), path.subList(1, path.size()));
		}
		if (path.getFirst().contains("(")) {
			throw GraphError.of(400, "BadRequest", "Invalid key expression in '" + path.getFirst() + "'.");
		}
		if (path.size() == 1 || path.getFirst().equals("me") || path.getFirst().equals("directory")) {
			return new Address(path.getFirst(), "", "", path.subList(1, path.size()));
		}
		if (KEYED_BY_ID.contains(path.getFirst()) && !path.get(1).matches(GUID)) {
			throw GraphError.badRequest("Invalid object identifier '" + path.get(1) + "'.");
		}
		return new Address(path.getFirst(), "id", path.get(1), path.subList(2, path.size()));
	}

	boolean keyed() {
		return !this.keyName.isEmpty();
	}

	/**
	 * The segments after the object; the alias {@code graph} of Graph's namespace is
	 * written out.
	 * @return the segments
	 */
	String tail() {
		return String.join("/", this.rest).replaceFirst("(^|/)graph\\.", "$1microsoft.graph.");
	}

}
