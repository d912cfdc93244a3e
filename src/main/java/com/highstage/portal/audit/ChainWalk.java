package com.highstage.portal.audit;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.audit.AuditChain.Broken;
import com.highstage.portal.audit.AuditChain.ChainState;
import com.highstage.portal.audit.AuditChain.Intact;
import com.highstage.portal.audit.AuditChain.Reason;
import com.highstage.portal.vault.Hmacs;
import com.highstage.portal.vault.Hmacs.Tag;
import com.highstage.portal.vault.Hmacs.Verdict;

/**
 * Walks along the chain and stops at the first entry that does not fit.
 */
class ChainWalk {

	private final Hmacs hmacs;

	private long last;

	private String lastMac = "";

	private @Nullable Broken broken;

	ChainWalk(Hmacs hmacs) {
		this.hmacs = hmacs;
	}

	boolean goesOn() {
		return this.broken == null;
	}

	long last() {
		return this.last;
	}

	void step(ChainEntry entry, Tag tag) {
		if (this.broken != null) {
			return;
		}
		if (entry.sequence() != this.last + 1) {
			this.broken = new Broken(this.last + 1, Reason.MISSING);
			return;
		}
		Verdict verdict = this.hmacs.compare(tag, entry.canonical(this.lastMac));
		if (verdict != Verdict.FITS) {
			this.broken = new Broken(entry.sequence(), reason(verdict));
			return;
		}
		this.last = entry.sequence();
		this.lastMac = tag.value();
	}

	ChainState end(@Nullable ChainHead head) {
		if (this.broken != null) {
			return this.broken;
		}
		if (head == null) {
			return new Broken(this.last + 1, Reason.MISSING);
		}
		if (this.last < head.sequence()) {
			return new Broken(this.last + 1, Reason.MISSING);
		}
		Verdict verdict = head.verdict(this.hmacs);
		if (verdict != Verdict.FITS) {
			return new Broken(head.sequence(), reason(verdict));
		}
		if (this.last > head.sequence()) {
			return new Broken(head.sequence() + 1, Reason.ADDED);
		}
		return head.entryMac().equals(this.lastMac) ? new Intact(this.last, this.lastMac)
				: new Broken(this.last, Reason.CHANGED);
	}

	private static Reason reason(Verdict verdict) {
		return (verdict == Verdict.UNKNOWN_KEY) ? Reason.UNKNOWN_KEY : Reason.CHANGED;
	}

}
