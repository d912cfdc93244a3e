package com.highstage.portal.operator.invite;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.invitation.customer.ExpectedOrganisation;
import com.highstage.portal.invitation.customer.ExpectedOrganisations.Answer;
import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.operator.invite.CustomerReader.Read;

/**
 * Says of each line of a list whether its customer can be invited.
 */
@Component
class ListJudge {

	private final DomainLookUps domains;

	private final Known known;

	ListJudge(DomainLookUps domains, Known known) {
		this.domains = domains;
		this.known = known;
	}

	List<JudgedLine> judge(List<TypedLine> lines, Usual usual) {
		List<Read> read = lines.stream().map((line) -> CustomerReader.read(line.customer(), usual)).toList();
		Map<String, Answer> found = this.domains.find(read.stream()
			.flatMap((each) -> (each instanceof Read.Good good) ? Stream.of(good.domain()) : Stream.empty())
			.filter((domain) -> !domain.isEmpty())
			.toList());
		Set<String> before = new HashSet<>();
		return IntStream.range(0, lines.size())
			.mapToObj((index) -> judge(lines.get(index), read.get(index), found, before))
			.toList();
	}

	/**
	 * Judges one customer once more, right before they are invited.
	 * @param read what was typed
	 * @param expected the organisation that was found before; null if none was
	 * @return the verdict and, if it is good, the whole invitation
	 */
	Last again(Read.Good read, @Nullable ExpectedOrganisation expected) {
		if (read.domain().isEmpty() || expected != null) {
			return last(read.expecting(expected));
		}
		return switch (this.domains.find(read.domain())) {
			case Answer.Found found -> last(read.expecting(found.organisation()));
			case Answer.NoSuch() -> new Last(Verdict.DOMAIN_UNKNOWN, read.invitation());
			case Answer.CouldNotAsk() -> new Last(Verdict.DOMAIN_NOT_ASKED, read.invitation());
		};
	}

	private Last last(Invitation invitation) {
		return new Last(known(invitation), invitation);
	}

	/**
	 * Whether a customer is there already.
	 * @param invitation what is said of them
	 * @return why they are not invited, or that they can be
	 */
	Verdict known(Invitation invitation) {
		return this.known.find(invitation).orElse(Verdict.GOOD);
	}

	private JudgedLine judge(TypedLine line, Read read, Map<String, Answer> found, Set<String> before) {
		return switch (read) {
			case Read.Wrong(List<Verdict> problems) -> new JudgedLine(line, problems.getFirst(), null);
			case Read.Good good -> judge(line, good, found.get(good.domain()), before);
		};
	}

	private JudgedLine judge(TypedLine line, Read.Good good, @Nullable Answer answer, Set<String> before) {
		if (answer instanceof Answer.NoSuch) {
			return new JudgedLine(line, Verdict.DOMAIN_UNKNOWN, null);
		}
		ExpectedOrganisation expected = (answer instanceof Answer.Found found) ? found.organisation() : null;
		Invitation invitation = good.expecting(expected);
		if (marks(invitation, good.domain()).filter((mark) -> !before.add(mark)).count() > 0) {
			return new JudgedLine(line, Verdict.TWICE, null);
		}
		return new JudgedLine(line, known(invitation), (expected != null) ? expected.tenant() : null);
	}

	/**
	 * By what two lines are recognised as one customer.
	 * @param invitation what is said of them
	 * @param domain the domain
	 * @return marks that two customers do not share
	 */
	private static Stream<String> marks(Invitation invitation, String domain) {
		ExpectedOrganisation expected = invitation.expected();
		String organisation = (expected != null) ? expected.tenant().toString() : domain;
		return Stream
			.of("address " + invitation.address().folded(),
					invitation.reference().isEmpty() ? "" : "reference " + invitation.reference(),
					organisation.isEmpty() ? "" : "organisation " + organisation)
			.filter((mark) -> !mark.isEmpty());
	}

	/**
	 * The last word on a customer.
	 *
	 * @param verdict what was found
	 * @param invitation what is said of them
	 */
	record Last(Verdict verdict, Invitation invitation) {

	}

}
