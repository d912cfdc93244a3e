package com.highstage.portal.operator.invite;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

import com.highstage.portal.account.Operator;

/**
 * Lists in the database.
 */
@Service
class StoredImports implements Imports {

	private static final Duration KEPT = Duration.ofDays(30);

	private final ListJudge judge;

	private final JdbcImports imports;

	private final JdbcImportLines lines;

	private final ImportAlarms alarms;

	private final Book book;

	StoredImports(ListJudge judge, JdbcImports imports, JdbcImportLines lines, ImportAlarms alarms, Book book) {
		this.judge = judge;
		this.imports = imports;
		this.lines = lines;
		this.alarms = alarms;
		this.book = book;
	}

	@Override
	public Reading read(Operator by, CustomerList list) {
		if (list.text().length() > LARGEST) {
			return new Reading.Refused(Refusal.TOO_LARGE);
		}
		return switch (ListReader.read(list.text())) {
			case Listing.Unreadable(Refusal why) -> new Reading.Refused(why);
			case Listing.Lines(List<TypedLine> typed) -> {
				UUID id = UUID.randomUUID();
				// Microsoft is asked before the transaction
				List<JudgedLine> judged = this.judge.judge(typed, list.usual());
				this.book.write(() -> keep(id, by, list.usual(), judged));
				yield new Reading.Judged(id);
			}
		};
	}

	private void keep(UUID id, Operator by, Usual usual, List<JudgedLine> judged) {
		Instant now = this.book.now();
		this.imports.olderThan(now.minus(KEPT)).forEach((old) -> {
			this.lines.forget(old);
			this.imports.forget(old);
		});
		this.imports.add(id, by, usual, now);
		this.lines.add(id, judged);
	}

	@Override
	public Optional<Import> find(UUID id) {
		return this.imports.find(id);
	}

	@Override
	public List<Line> lines(UUID id, int page) {
		return this.lines.some(id, page * PAGE, PAGE);
	}

	@Override
	public boolean confirm(Operator by, UUID id) {
		this.book.write(() -> {
			if (this.imports.confirm(id, by, this.book.now())) {
				this.alarms.wake(id);
				this.book.confirmed(by, id);
			}
		});
		return find(id).isPresent();
	}

}
