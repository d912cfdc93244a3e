package com.highstage.portal.onboarding.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.OpenTroubles;
import com.highstage.portal.verification.Trouble;

/**
 * Says what is wrong with a finished connection as pages show it: what has the same cause
 * together.
 */
@Component
public class TroubleViews {

	private final OpenTroubles troubles;

	private final Moments moments;

	TroubleViews(OpenTroubles troubles, Moments moments) {
		this.troubles = troubles;
		this.moments = moments;
	}

	/**
	 * What is wrong with the connection of a person's organisation.
	 * @param person who looks
	 * @return empty if nothing is known to be wrong
	 */
	public List<TroubleView> of(Person person) {
		return of(this.troubles.troubles(person));
	}

	/**
	 * What is wrong with a connection.
	 * @param troubles the troubles
	 * @return the same, grouped
	 */
	public List<TroubleView> of(List<Trouble> troubles) {
		Map<String, List<Trouble>> byCause = troubles.stream()
			.collect(Collectors.groupingBy(
					(trouble) -> trouble.kind() + " " + trouble.explanation().key() + trouble.subject().isEmpty(),
					LinkedHashMap::new, Collectors.toList()));
		List<TroubleView> views = new ArrayList<>();
		byCause.values().forEach((some) -> views.add(new TroubleView(some, this.moments.of(some.getFirst().since()))));
		return views;
	}

}
