package com.highstage.portal.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.MailboxList.Entry;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.verification.CheckResult;
import com.highstage.portal.verification.MailboxCheck;

import static org.assertj.core.api.Assertions.assertThat;

class MailboxListTests {

	private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

	private static final ConnectionId CONNECTION = new ConnectionId(UUID.randomUUID());

	private final MailboxList list = new MailboxList(
			List.of(entry("a", Access.OPEN, true), entry("b", Access.CLOSED, true), entry("c", Access.OPEN, false)));

	@Test
	void whatNeedsAttentionComesFirstAndTheRestByAddress() {
		assertThat(this.list.notOpenFirst()).extracting(MailboxListTests::name).containsExactly("b", "a", "c");
		assertThat(this.list.notProvenFirst()).extracting(MailboxListTests::name).containsExactly("c", "a", "b");
	}

	@Test
	void openAndProvenAreCountedApart() {
		assertThat(this.list.open()).isEqualTo(2);
		assertThat(this.list.proven()).isEqualTo(2);
	}

	private static Entry entry(String name, Access access, boolean proven) {
		MailboxAddress address = new MailboxAddress(name + "@contoso.example");
		CheckResult result = proven ? new CheckResult.Passed(NOW)
				: new CheckResult.Waiting(NOW, NOW.plusSeconds(60), null);
		return new Entry(
				new ChosenMailbox(CONNECTION, address, null, new PlainName(name), "UserMailbox", true, access, null,
						false, null, false, null, NOW),
				List.of(new MailboxCheck(CONNECTION, address, MailPermission.IMAP, result, null, 0)));
	}

	private static String name(Entry entry) {
		return entry.mailbox().displayName().value();
	}

}
