package com.highstage.portal.handover.feed;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.mailbox.TestMailboxes;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many write at the same time, and one follows the numbers. Each transaction leaves a
 * connection whose mailboxes and reference carry the same mark, so that half of one
 * shows.
 */
@OnBothDatabases
class FollowingTests {

	private static final int WRITERS = 8;

	/** How many connections each writer has for itself. Each is written once. */
	private static final int EACH = 40;

	/** How many connections everybody writes, in addition. */
	private static final int SHARED = 4;

	private static final int PAGE = 50;

	private static final Clock CLOCK = Clock.systemUTC();

	private final List<TenantId> tenants = IntStream.range(0, SHARED + WRITERS * EACH)
		.mapToObj((any) -> new TenantId(UUID.randomUUID()))
		.toList();

	private final List<ConnectionId> ids = new ArrayList<>();

	private final Database database;

	private final Connections connections;

	private final ChosenMailboxes mailboxes;

	private final ShownConnections shown;

	private final Map<UUID, ShownConnection> copy = new HashMap<>();

	private long known;

	FollowingTests(Database database) {
		this.database = database;
		this.connections = TestRegistration.connections(database, CLOCK);
		this.mailboxes = TestMailboxes.chosen(database);
		this.shown = new JdbcShownConnections(database.jdbc(), database.transactionManager());
	}

	@BeforeEach
	void finishConnections() {
		for (TenantId tenant : this.tenants) {
			this.database.transactions().executeWithoutResult((status) -> {
				ConnectionId id = this.connections.findOrCreate(tenant, new PlainName("Contoso"), Cloud.GLOBAL, true)
					.id();
				this.connections.passed(id, new PassedCheck(1, CLOCK.instant(), Set.of(MailPermission.IMAP)));
				this.ids.add(id);
			});
		}
	}

	@Test
	@Timeout(value = 2, unit = TimeUnit.MINUTES)
	void aFollowerSeesNoHalfChangeAndMissesNone() throws Exception {
		// whoever lags behind meets no gap
		follow();
		try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
			List<Future<?>> writers = new ArrayList<>();
			for (int writer = 0; writer < WRITERS; writer++) {
				int number = writer;
				writers.add(threads.submit(() -> write(number)));
			}
			while (writers.stream().anyMatch((writer) -> !writer.isDone())) {
				follow();
			}
			for (Future<?> writer : writers) {
				writer.get();
			}
		}
		follow();
		assertThat(this.copy.values())
			.containsExactlyInAnyOrderElementsOf(this.shown.after(0, this.tenants.size() + 1, null))
			.hasSize(this.tenants.size());
	}

	private void write(int writer) {
		Random random = new Random(writer);
		for (int each = 0; each < EACH; each++) {
			int own = SHARED + writer * EACH + each;
			String mark = writer + "x" + each;
			int boxes = 1 + random.nextInt(3);
			ConnectionId anybodys = this.ids.get(random.nextInt(SHARED));
			boolean needed = random.nextBoolean();
			this.database.transactions().executeWithoutResult((status) -> this.connections.attention(anybodys, needed));
			this.database.transactions().executeWithoutResult((status) -> {
				this.connections.identify(this.tenants.get(own), mark);
				this.mailboxes.choose(this.ids.get(own),
						IntStream.range(0, boxes)
							.mapToObj((box) -> new MailboxAddress(mark + "-" + box + "@contoso.example"))
							.toList());
				this.connections.attention(anybodys, !needed);
			});
		}
	}

	private void follow() {
		List<ShownConnection> page;
		do {
			page = this.shown.after(this.known, PAGE, null);
			for (ShownConnection one : page) {
				assertThat(one.change()).isGreaterThan(this.known);
				assertThat(one.mailboxes()).as("of one moment with " + one.customerReference())
					.allMatch((box) -> box.address().startsWith(one.customerReference() + "-"));
				this.copy.put(one.connectionId(), one);
				this.known = one.change();
			}
		}
		while (page.size() == PAGE);
	}

}
