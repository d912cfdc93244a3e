package com.highstage.portal.onboarding.work;

import java.util.Optional;

import org.springframework.stereotype.Service;

import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.DonePage;
import com.highstage.portal.onboarding.DonePages;
import com.highstage.portal.onboarding.Facts.ApplicationFacts;
import com.highstage.portal.onboarding.MailboxLists;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Overview.Next;
import com.highstage.portal.onboarding.Overviews;
import com.highstage.portal.tenant.ObjectId;

/**
 * Opens the done page from an overview that was just looked up.
 */
@Service
class LiveDonePages implements DonePages {

	private final Overviews overviews;

	private final MailboxLists mailboxes;

	LiveDonePages(Overviews overviews, MailboxLists mailboxes) {
		this.overviews = overviews;
		this.mailboxes = mailboxes;
	}

	@Override
	public Optional<DonePage> of(Person person) {
		Overview overview = this.overviews.of(person);
		ApplicationFacts application = overview.facts().application();
		if (application == null || !(overview.next() instanceof Next.DonePage)) {
			return Optional.empty();
		}
		ObjectId principal = application.servicePrincipal();
		return (principal != null) ? Optional.of(page(person, overview, application, principal)) : Optional.empty();
	}

	private DonePage page(Person person, Overview overview, ApplicationFacts application, ObjectId principal) {
		return new DonePage(overview, person.tenant(), application.clientId(), principal, overview.facts().granted(),
				this.mailboxes.of(person), this.mailboxes.leaving(person));
	}

}
