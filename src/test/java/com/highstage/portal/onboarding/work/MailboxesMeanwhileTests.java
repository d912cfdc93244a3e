package com.highstage.portal.onboarding.work;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import com.highstage.portal.Surfer;
import com.highstage.portal.account.Person;
import com.highstage.portal.microsoft.exchange.Mailboxes;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Overviews;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.MailboxAddress;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody changes the list of mailboxes while Exchange is asked about another list.
 */
@JourneyTest
@Import(MailboxesMeanwhileTests.HeldLookUps.class)
class MailboxesMeanwhileTests {

	private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"");

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private Journey journey;

	@Autowired
	private Overviews overviews;

	@Autowired
	private Traveller traveller;

	@Autowired
	private HeldLookUps calls;

	@BeforeEach
	void reset() {
		this.traveller.reset();
	}

	@AfterEach
	void letGo() {
		this.calls.letGo();
	}

	@Test
	void whatAnotherHasAddedMeanwhileIsNotTakenOffTheList() throws InterruptedException {
		new Browser(this.microsoft365).allow("admin@contoso.example", "organizations");
		Surfer surfer = new Surfer(this.portal.url());
		Person admin = this.traveller.signIn(surfer, "admin@contoso.example");
		this.journey.request(admin, Step.CHECK, planned("admin"));
		this.traveller.awaitEnd(admin);
		Matcher seen = SEEN.matcher(surfer.open("/onboarding/mailboxes").body());
		assertThat(seen.find()).isTrue();
		this.calls.hold("find");
		CompletableFuture<Surfer> sent = CompletableFuture.supplyAsync(() -> surfer.submit("/onboarding/mailboxes",
				Map.of("mailboxes", "admin@contoso.example\nsupport@contoso.example", "seen", seen.group(1))));
		this.calls.awaitHeld();
		this.journey.request(admin, Step.MAILBOXES, planned("admin", "orders"));
		this.calls.letGo();
		assertThat(sent.join().address().getQuery()).isEqualTo("notice=outdated");
		assertThat(this.overviews.known(admin).plan().mailboxes()).isEqualTo(addresses("admin", "orders"));
	}

	private static UnaryOperator<Plan> planned(String... names) {
		return (plan) -> plan.withMailboxes(addresses(names));
	}

	private static List<MailboxAddress> addresses(String... names) {
		return Stream.of(names).map((name) -> new MailboxAddress(name + "@contoso.example")).toList();
	}

	/**
	 * Holds look-ups of mailboxes.
	 */
	static class HeldLookUps extends HeldCalls {

		HeldLookUps() {
			super(Mailboxes.class);
		}

	}

}
