package com.highstage.portal.vault.proof;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import com.highstage.portal.database.Database;
import com.highstage.portal.vault.RecipientKeyChanged;
import com.highstage.portal.vault.RecipientKeys;
import com.highstage.portal.vault.SigningKeys;
import com.highstage.portal.vault.cipher.TestVault;
import com.highstage.portal.vault.key.VaultKeys;

/**
 * The real proofs of recipient keys, for tests without a Spring context: a replica that
 * was started with these keys.
 */
public final class TestProofs {

	private final List<RecipientKeyChanged> changes = new ArrayList<>();

	private boolean writable = true;

	private final KeyBook book;

	private final RecipientKeys recipients;

	private final SigningKeys signers;

	public TestProofs(Database database, VaultKeys keys, Clock clock) {
		JdbcSigningKeys signing = new JdbcSigningKeys(database.jdbc(), clock);
		this.signers = signing;
		Canaries canaries = new Canaries(TestVault.envelope(keys, clock), TestVault.properties(), clock);
		this.book = new KeyBook(keys, new JdbcRecipientRows(database.jdbc(), clock), signing, canaries, this::published,
				database.transactionManager());
		this.recipients = new JdbcRecipientKeys(database.jdbc(), keys, TestVault.properties(), this::published, clock);
	}

	/**
	 * Does what a start of the portal does.
	 */
	public void start() {
		this.book.open();
	}

	/**
	 * Does what the alarm clock does.
	 */
	public void keep() {
		this.book.keep();
	}

	/**
	 * What Highstage talks to.
	 * @return the port
	 */
	public RecipientKeys recipients() {
		return this.recipients;
	}

	/**
	 * What readers verify with.
	 * @return the port
	 */
	public SigningKeys signers() {
		return this.signers;
	}

	/**
	 * What was published.
	 * @return in order
	 */
	public List<RecipientKeyChanged> changes() {
		return this.changes;
	}

	/**
	 * Makes a canary for the newest recipient key.
	 * @param keys the portal's keys
	 * @param clock says when
	 * @return compact serialization
	 */
	public static String canary(VaultKeys keys, Clock clock) {
		return new Canaries(TestVault.envelope(keys, clock), TestVault.properties(), clock)
			.make(keys.recipients().getFirst())
			.sealed();
	}

	/**
	 * Says whether what happens can be written down.
	 * @param writable false as with a broken audit chain
	 */
	public void writable(boolean writable) {
		this.writable = writable;
	}

	private void published(Object event) {
		if (!this.writable) {
			throw new IllegalStateException("the audit chain is broken");
		}
		this.changes.add((RecipientKeyChanged) event);
	}

}
