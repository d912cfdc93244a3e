package com.highstage.portal.simulator.model;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

/**
 * An object in an organisation's directory, its properties in Graph's own shape.
 */
public final class DirectoryObject {

	private final ObjectNode properties;

	private final Instant since;

	private final Set<String> owners = new LinkedHashSet<>();

	private ObjectNode before;

	private Instant changedAt;

	public DirectoryObject(ObjectNode properties, Instant since) {
		this.properties = properties;
		this.since = since;
		this.before = properties;
		this.changedAt = since;
	}

	public String id() {
		return text("id");
	}

	public String text(String property) {
		return this.properties.path(property).asString("");
	}

	public ObjectNode properties() {
		return this.properties;
	}

	public Instant since() {
		return this.since;
	}

	public Set<String> owners() {
		return this.owners;
	}

	/**
	 * To be called before the properties are changed, so that a node that lags behind can
	 * still show the old ones.
	 * @param now the time of the change
	 */
	public void changing(Instant now) {
		this.before = this.properties.deepCopy();
		this.changedAt = now;
	}

	public Instant changedAt() {
		return this.changedAt;
	}

	public ObjectNode before() {
		return this.before;
	}

}
