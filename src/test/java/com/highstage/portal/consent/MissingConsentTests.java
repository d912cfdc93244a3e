package com.highstage.portal.consent;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.Application.DeclaredPermission;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;

import static org.assertj.core.api.Assertions.assertThat;

class MissingConsentTests {

	private static final MailPermission IMAP = MailPermission.IMAP;

	private static final MailPermission POP = MailPermission.POP;

	private static final String GRAPH = "00000003-0000-0000-c000-000000000000";

	private static final String EXCHANGE = "00000002-0000-0ff1-ce00-000000000000";

	private static final String USER_READ = "e1fe6dd8-ba31-4d61-89e7-88639da4683d";

	@Test
	void whatIsDeclaredAsItMustBeOnlyLacksConsent() {
		assertThat(cause(Set.of(), IMAP, POP)).isEqualTo(Cause.CONSENT_MISSING);
		assertThat(cause(Set.of(scope(EXCHANGE, UUID.randomUUID().toString())), IMAP, POP))
			.isEqualTo(Cause.CONSENT_MISSING);
	}

	@ParameterizedTest
	@CsvSource({ GRAPH + ", 652390e4-393a-48de-9484-05f9b1212954", GRAPH + ", d7b7f2d9-0f45-4ea1-9d42-e50810c06991",
			GRAPH + ", 258f6531-6087-4cc4-bb90-092c5fb3ed3f", EXCHANGE + ", 00000000-0000-4000-8000-000000000001" })
	void aDelegatedMailPermissionIsTheWrongKind(String resource, String id) {
		assertThat(cause(Set.of(scope(resource, id)))).isEqualTo(Cause.DELEGATED_INSTEAD);
		assertThat(cause(Set.of(scope(resource, id)), IMAP)).isEqualTo(Cause.DELEGATED_INSTEAD);
	}

	@Test
	void otherPermissionsAreNoMailPermissions() {
		assertThat(cause(Set.of())).isEqualTo(Cause.PERMISSION_NOT_DECLARED);
		assertThat(cause(Set.of(scope(GRAPH, USER_READ)))).isEqualTo(Cause.PERMISSION_NOT_DECLARED);
		assertThat(cause(Set.of(), POP)).isEqualTo(Cause.PERMISSION_NOT_DECLARED);
		assertThat(cause(Set.of(new DeclaredPermission(ClientId.parse(EXCHANGE), UUID.randomUUID(), "Role"))))
			.isEqualTo(Cause.PERMISSION_NOT_DECLARED);
	}

	private static Cause cause(Set<DeclaredPermission> others, MailPermission... declared) {
		Set<DeclaredPermission> all = new HashSet<>(others);
		for (MailPermission permission : declared) {
			all.add(new DeclaredPermission(ClientId.parse(EXCHANGE), permission.wellKnownId(), "Role"));
		}
		Application application = new Application(new ObjectId(UUID.randomUUID()), new ClientId(UUID.randomUUID()),
				null, "", "AzureADMyOrg", Set.of(), all, List.of(), List.of());
		return MissingConsent.cause(application, EnumSet.of(IMAP, POP));
	}

	private static DeclaredPermission scope(String resource, String id) {
		return new DeclaredPermission(ClientId.parse(resource), UUID.fromString(id), "Scope");
	}

}
