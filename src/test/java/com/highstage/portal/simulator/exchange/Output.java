package com.highstage.portal.simulator.exchange;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a cmdlet puts out.
 *
 * @param objects its objects
 * @param warnings what PowerShell would show in yellow
 */
record Output(List<ObjectNode> objects, List<String> warnings) {

	static Output of(List<ObjectNode> objects) {
		return new Output(objects, List.of());
	}

	static Output nothing() {
		return of(List.of());
	}

	static Output warning(String warning) {
		return new Output(List.of(), List.of(warning));
	}

}
