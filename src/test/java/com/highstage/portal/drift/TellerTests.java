package com.highstage.portal.drift;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.Embedded;
import com.highstage.portal.drift.Teller.Sending;
import com.highstage.portal.invitation.Contacts;
import com.highstage.portal.invitation.customer.TestCustomers;
import com.highstage.portal.invitation.mail.MailsOnPaper;
import com.highstage.portal.notification.NotificationProperties;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.verification.TestTroubles;

import static org.assertj.core.api.Assertions.assertThat;

class TellerTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T10:00:00Z"), ZoneOffset.UTC);

	private final Database database = Embedded.newDatabase();

	@Test
	void oneThatCannotBeToldKeepsNobodyElseFromIt() {
		ConnectionId broken = connection();
		ConnectionId other = connection();
		List<ConnectionId> asked = new ArrayList<>();
		Sights sights = (Sights) Proxy.newProxyInstance(Sights.class.getClassLoader(), new Class<?>[] { Sights.class },
				(proxy, method, arguments) -> {
					if (method.getName().equals("untold")) {
						return List.of(broken, other);
					}
					asked.add((ConnectionId) arguments[0]);
					if (arguments[0].equals(broken)) {
						throw new IllegalStateException("cannot be told");
					}
					return List.of();
				});
		teller(sights).tell();
		assertThat(asked).containsExactly(broken, other);
	}

	private Teller teller(Sights sights) {
		Sending sending = new Sending(new MailsOnPaper(), TestAudit.trail(this.database, CLOCK),
				new DriftProperties(Duration.ofMinutes(1), Duration.ofHours(24), Duration.ofHours(1)),
				this.database.transactionManager());
		return new Teller(sights, TestTroubles.on(this.database, CLOCK), connections(), letters(), sending, CLOCK);
	}

	// nothing gets as far as being written
	private DriftLetters letters() {
		Contacts nobody = (Contacts) Proxy.newProxyInstance(Contacts.class.getClassLoader(),
				new Class<?>[] { Contacts.class }, (proxy, method, arguments) -> {
					throw new IllegalStateException("nobody is asked for");
				});
		return new DriftLetters(nobody, new TestCustomers(this.database, CLOCK).customers(),
				new NotificationProperties(null, "Highstage Portal", null, null, Duration.ofMinutes(1),
						Duration.ofHours(72), Duration.ofDays(90)),
				new PortalProperties(URI.create("https://portal.example")));
	}

	private ConnectionId connection() {
		return this.database.transactions()
			.execute((status) -> connections()
				.findOrCreate(new TenantId(UUID.randomUUID()), new PlainName("Contoso"), Cloud.GLOBAL, true)
				.id());
	}

	private Connections connections() {
		return TestRegistration.connections(this.database, CLOCK);
	}

}
