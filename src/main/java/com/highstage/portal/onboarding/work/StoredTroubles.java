package com.highstage.portal.onboarding.work;

import java.util.List;

import org.springframework.stereotype.Service;

import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.OpenTroubles;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.verification.Trouble;
import com.highstage.portal.verification.Troubles;

/**
 * Troubles from the database.
 */
@Service
class StoredTroubles implements OpenTroubles {

	private final Connections connections;

	private final Troubles troubles;

	StoredTroubles(Connections connections, Troubles troubles) {
		this.connections = connections;
		this.troubles = troubles;
	}

	@Override
	public List<Trouble> troubles(Person person) {
		return this.connections.find(person.tenant())
			.map((connection) -> this.troubles.of(connection.id()))
			.orElse(List.of());
	}

}
