package com.highstage.portal.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Tags;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.verification.Trouble;

/**
 * All figures that are read from the database.
 */
final class Catalogue {

	static final List<Series> ALL = List.of(connections(), customers(), endings(), soonestEnd(), checks(), troubles(),
			waitingMails(), oldestMail(), dueTasks(), oldestTask());

	private Catalogue() {
	}

	private static Series connections() {
		return Series.counts("portal.connections", "connections by status", Series
			.each("status", "begun", "working", "attention", "ended"), """
					select case when finished_at is null and status <> 'ended' then 'begun' else status end as status,
						count(*) as number
					from connection group by 1
					""");
	}

	private static Series customers() {
		return Series.counts("portal.customers", "customers by where their journey stands",
				Series.each("state", CustomerState.values()),
				"select state, count(*) as number from desk_row group by state");
	}

	private static Series endings() {
		return Series.counts("portal.secrets.ending",
				"connections whose secret that Highstage uses ends within so many days",
				Series.each("within", "0d", "1d", "7d", "14d", "30d", "60d"),
				"""
						select d.within, count(c.expires_at) as number
						from (values ('0d', 0), ('1d', 1), ('7d', 7), ('14d', 14), ('30d', 30), ('60d', 60)) as d (within, days)
						left join credential c on c.offered_connection_id is not null
							and c.expires_at <= cast(:now as timestamp with time zone) + d.days * interval '1' day
						group by d.within
						""");
	}

	private static Series soonestEnd() {
		return Series.seconds("portal.secrets.soonest.end", "time until the next secret ends that Highstage uses", """
				select extract(epoch from min(expires_at)) - extract(epoch from cast(:now as timestamp with time zone))
					as number
				from credential
				where offered_connection_id is not null and expires_at > :now
				""");
	}

	private static Series checks() {
		return Series.counts("portal.checks", "mailboxes by protocol and what the last check has shown", checkLabels(),
				"select protocol, state as result, count(*) as number from mailbox_check group by protocol, state");
	}

	private static List<Tags> checkLabels() {
		return Arrays.stream(MailPermission.values())
			.flatMap((protocol) -> Stream.of("passed", "failed", "waiting", "not_checked")
				.map((result) -> Tags.of("protocol", Series.label(protocol), "result", result)))
			.toList();
	}

	private static Series troubles() {
		return Series.counts("portal.troubles", "connections by what no longer is as it was",
				Series.each("kind", Trouble.Kind.values()),
				"select kind, count(distinct connection_id) as number from connection_trouble group by kind");
	}

	private static Series waitingMails() {
		return Series.count("portal.mails.waiting", "mails that wait for the mail server",
				"select count(*) as number from outgoing_mail where state = 'QUEUED'");
	}

	private static Series oldestMail() {
		return Series.seconds(Readings.OLDEST_MAIL, "time that the oldest of them waits", """
				select coalesce(extract(epoch from cast(:now as timestamp with time zone))
					- extract(epoch from min(queued_at)), 0) as number
				from outgoing_mail where state = 'QUEUED'
				""");
	}

	private static Series dueTasks() {
		return Series.count("portal.tasks.due", "tasks of the background work that are due and not begun", """
				select count(*) as number from scheduled_tasks where not picked and execution_time <= :now
				""");
	}

	private static Series oldestTask() {
		return Series.seconds(Readings.OLDEST_TASK, "time that the oldest of them is due", """
				select coalesce(extract(epoch from cast(:now as timestamp with time zone))
					- extract(epoch from min(execution_time)), 0) as number
				from scheduled_tasks where not picked and execution_time <= :now
				""");
	}

}
