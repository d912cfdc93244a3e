package com.highstage.portal.simulator.graph;

import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.http.Request;
import com.highstage.portal.simulator.model.Directory;
import com.highstage.portal.simulator.model.DirectoryObject;
import com.highstage.portal.simulator.model.GraphTypes;
import com.highstage.portal.simulator.model.World;

/**
 * One call to Graph, its token and address already read.
 *
 * @param world Microsoft's side
 * @param caller who calls
 * @param address what it is about
 * @param query the query options
 * @param request the request
 */
record Call(World world, Caller caller, Address address, Query query, Request request) {

	Directory directory() {
		return new Directory(this.world, this.caller.organisation());
	}

	/**
	 * The body, checked against a type of Graph's.
	 * @param type the type's name
	 * @return the body
	 */
	JsonNode body(String type) {
		JsonNode body = json();
		try {
			GraphTypes.check(type, body);
		}
		catch (GraphTypes.IllegalTypeException ex) {
			throw GraphError.badRequest(ex.getMessage());
		}
		return body;
	}

	JsonNode json() {
		if (!this.request.header("content-type").orElse("").startsWith("application/json")) {
			throw GraphError.of(415, "UnsupportedMediaType",
					"Entity only allows writes with a JSON Content-Type header.");
		}
		try {
			JsonNode body = JsonMapper.shared().readTree(this.request.body());
			if (body == null || !body.isObject()) {
				throw GraphError.of(400, "BadRequest", "Empty Payload. JSON content expected.");
			}
			return body;
		}
		catch (JacksonException ex) {
			throw GraphError.of(400, "BadRequest",
					"Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.");
		}
	}

	boolean createsIfMissing() {
		return this.request.header("prefer").orElse("").contains("create-if-missing");
	}

	/**
	 * An object as the node that answers this call knows it.
	 * @param object the object, if the directory has it
	 * @return the object
	 * @throws GraphError if it does not exist or has not spread yet
	 */
	DirectoryObject settled(Optional<DirectoryObject> object) {
		return object.filter((one) -> this.world.replicated(one.since()))
			.orElseThrow(() -> GraphError.missing(this.address.key()));
	}

	/**
	 * The properties of an object as the node that answers knows them.
	 * @param object the object
	 * @return the current properties, or older ones while reads lag behind
	 */
	ObjectNode seen(DirectoryObject object) {
		boolean stale = this.world.settings().staleReads() && !this.world.replicated(object.changedAt());
		return stale ? object.before() : object.properties();
	}

	static Answer entity(int status, String context, ObjectNode entity) {
		ObjectNode body = JsonMapper.shared().createObjectNode();
		body.put("@odata.context", "https://graph.microsoft.com/v1.0/$metadata#" + context + "/$entity");
		body.setAll(entity);
		return Answer.json(status, body);
	}

}
