package com.highstage.portal.simulator.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An API that Microsoft publishes to every organisation.
 *
 * @param appId its application id
 * @param displayName its name
 * @param audiences the addresses it goes by, the usual one first
 * @param scopes its delegated permissions
 * @param appRoles its application permissions
 */
public record Published(UUID appId, String displayName, List<String> audiences, List<Scope> scopes,
		List<Role> appRoles) {

	public static final UUID GRAPH = UUID.fromString("00000003-0000-0000-c000-000000000000");

	public static final UUID EXCHANGE = UUID.fromString("00000002-0000-0ff1-ce00-000000000000");

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	/** All of them, Microsoft Graph first. */
	public static final List<Published> ALL = List.of(read("resources.json", Published[].class));

	static <T> T read(String name, Class<T> type) {
		try (InputStream in = Published.class.getResourceAsStream("/simulator/" + name)) {
			return MAPPER.readValue(in, type);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static Published graph() {
		return ALL.getFirst();
	}

	public static Optional<Published> byAudience(String audience) {
		return ALL.stream()
			.filter((api) -> api.audiences.contains(audience) || api.appId.toString().equals(audience))
			.findFirst();
	}

	public static Optional<Published> byAppId(String appId) {
		return ALL.stream().filter((api) -> api.appId.toString().equals(appId)).findFirst();
	}

	public Optional<Scope> scope(String value) {
		return this.scopes.stream().filter((scope) -> scope.value().equals(value)).findFirst();
	}

	/**
	 * A delegated permission.
	 *
	 * @param id its id
	 * @param value its name
	 * @param type {@code User}, or {@code Admin} if only administrators may consent
	 * @param text what the consent page says
	 */
	public record Scope(UUID id, String value, String type, String text) {

		public boolean adminOnly() {
			return this.type.equals("Admin");
		}

	}

	/**
	 * An application permission.
	 *
	 * @param id its id
	 * @param value its name
	 * @param text what the consent page says
	 */
	public record Role(UUID id, String value, String text) {

	}

}
