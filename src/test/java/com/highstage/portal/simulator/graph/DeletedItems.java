package com.highstage.portal.simulator.graph;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.model.DirectoryObject;

/**
 * {@code /directory/deletedItems}: the bin, for 30 days.
 */
final class DeletedItems {

	private DeletedItems() {
	}

	static Answer list(Call call) {
		call.caller().need("Application.ReadWrite.All", "Application.Read.All", "Directory.Read.All");
		List<ObjectNode> found = call.caller()
			.organisation()
			.deleted()
			.values()
			.stream()
			.map(DirectoryObject::properties)
			.filter(call.query().filter("application"))
			.map((one) -> call.query().project("application", one))
			.toList();
		return Answer.json(200, call.query().list("directoryObjects", found));
	}

	static Answer get(Call call) {
		call.caller().need("Application.ReadWrite.All", "Application.Read.All", "Directory.Read.All");
		return Call.entity(200, "directoryObjects", call.query().project("application", find(call).properties()));
	}

	private static DirectoryObject find(Call call) {
		String id = call.address().rest().get(1);
		return Optional.ofNullable(call.caller().organisation().deleted().get(id))
			.orElseThrow(() -> GraphError.missing(id));
	}

	static Answer purge(Call call) {
		call.caller().need("Application.ReadWrite.All");
		DirectoryObject application = find(call);
		call.caller().needToManage(Optional.of(application));
		call.caller().organisation().deleted().remove(application.id());
		return Answer.empty(204);
	}

	static Answer restore(Call call) {
		call.caller().need("Application.ReadWrite.All");
		DirectoryObject application = find(call);
		call.caller().needToManage(Optional.of(application));
		call.caller().organisation().deleted().remove(application.id());
		application.properties().putNull("deletedDateTime");
		call.caller().organisation().applications().put(application.id(), application);
		return Call.entity(200, "directoryObjects", call.query().project("application", application.properties()));
	}

}
