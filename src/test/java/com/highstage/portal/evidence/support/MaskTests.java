package com.highstage.portal.evidence.support;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MaskTests {

	private final Mask mask = new Mask(List.of("Adele Vance", "Contoso", "Contoso A/S", "Highstage (hs-1a2b)"));

	@Test
	void theSameIdAlwaysGetsTheSameMask() {
		String first = "c0c0c0c0-0001-4000-8000-000000000001";
		String other = "c0c0c0c0-0001-4000-8000-000000000002";
		assertThat(this.mask.text(first + "/" + other)).isEqualTo("id-1/id-2");
		assertThat(this.mask.text("again " + first.toUpperCase())).isEqualTo("again id-1");
	}

	@Test
	void addressesAndNamesAreMaskedWhereverTheyStand() {
		assertThat(this.mask.text("o.orders@contoso.example FullAccess")).isEqualTo("address-1 FullAccess");
		assertThat(this.mask.text("Adele Vance (adele vance) of Contoso A/S, Contoso; Contosology"))
			.isEqualTo("name-1 (name-1) of name-2, name-3; Contosology");
		assertThat(this.mask.text("Highstage (hs-1a2b)")).isEqualTo("name-4");
	}

	@Test
	void idsOfGrantsAreMaskedAndCodesAreNot() {
		assertThat(this.mask.text("IMAP.AccessAsApp kM3f7nGdlkKzN0vXyQ9aB2cD4eF6gH8iJ0kL1mN2oP4"))
			.isEqualTo("IMAP.AccessAsApp id-1");
		assertThat(this.mask.text("CredentialTypeNotAllowedAsPerAppPolicy some-mailboxes-not-opened"))
			.isEqualTo("CredentialTypeNotAllowedAsPerAppPolicy some-mailboxes-not-opened");
	}

	@Test
	void microsoftsRequestIdsStay() {
		String id = "c0c0c0c0-0001-4000-8000-000000000001";
		assertThat(this.mask.apply(Map.of("requestId", id, "list", List.of(id, 3, true))))
			.isEqualTo(Map.of("requestId", id, "list", List.of("id-1", 3, true)));
	}

}
