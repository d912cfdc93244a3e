package com.highstage.portal.onboarding.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.Person;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.verification.Trouble;
import com.highstage.portal.verification.Troubles;

/**
 * Says what is wrong with a finished connection as pages show it: what has the same cause
 * together.
 */
@Component
public class TroubleViews {

	private final Connections connections;

	private final Troubles troubles;

	private final Moments moments;

	TroubleViews(Connections connections, Troubles troubles, Moments moments) {
		this.connections = connections;
		this.troubles = troubles;
		this.moments = moments;
	}

	/**
	 * What is wrong with the connection of a person's organisation.
	 * @param person who looks
	 * @return empty if nothing is known to be wrong
	 */
	public List<TroubleView> of(Person person) {
		return this.connections.find(person.tenant()).map(Connection::id).map(this::of).orElse(List.of());
	}

	/**
	 * What is wrong with a connection.
	 * @param connection the connection
	 * @return empty if nothing is known to be wrong
	 */
	public List<TroubleView> of(ConnectionId connection) {
		Map<String, List<Trouble>> byCause = this.troubles.of(connection)
			.stream()
			.collect(Collectors.groupingBy(
					(trouble) -> trouble.kind() + " " + trouble.explanation().key() + trouble.subject().isEmpty(),
					LinkedHashMap::new, Collectors.toList()));
		List<TroubleView> views = new ArrayList<>();
		byCause.values().forEach((some) -> views.add(new TroubleView(some, this.moments.of(some.getFirst().since()))));
		return views;
	}

}
