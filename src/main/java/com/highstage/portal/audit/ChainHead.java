package com.highstage.portal.audit;

import java.util.Map;

import com.highstage.portal.vault.Hmacs;
import com.highstage.portal.vault.Hmacs.Tag;
import com.highstage.portal.vault.Hmacs.Verdict;

/**
 * The end of the chain: without it, entries cut off at the end would not be missed.
 *
 * @param sequence the last entry's place, 0 if there is none
 * @param entryMac the last entry's tag
 * @param tag authenticates the two
 */
record ChainHead(long sequence, String entryMac, Tag tag) {

	static ChainHead of(long sequence, String entryMac, Hmacs hmacs) {
		return new ChainHead(sequence, entryMac, hmacs.tag(canonical(sequence, entryMac)));
	}

	Verdict verdict(Hmacs hmacs) {
		return isBeginning() ? Verdict.FITS : hmacs.compare(this.tag, canonical(this.sequence, this.entryMac));
	}

	private boolean isBeginning() {
		return this.sequence == 0 && this.entryMac.isEmpty() && this.tag.value().isEmpty();
	}

	private static byte[] canonical(long sequence, String entryMac) {
		return ChainEntry.json(Map.of("kind", "head", "sequence", sequence, "entry", entryMac));
	}

}
