package com.highstage.portal.upgrade;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.highstage.portal.PlainJourney;
import com.highstage.portal.Surfer;
import com.highstage.portal.audit.AuditChain;
import com.highstage.portal.audit.AuditChain.ChainState;
import com.highstage.portal.audit.AuditChain.Intact;
import com.highstage.portal.database.Database.Kind;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.model.Founding.Company;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.reader.SealedCredentialReader.Opened;
import com.highstage.portal.vault.reader.SealedCredentialReader.Row;

import static org.assertj.core.api.Assertions.assertThat;

class UpgradeTests {

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);

	@TempDir
	Path directory;

	@AfterEach
	void close() {
		this.microsoft365.close();
	}

	@ParameterizedTest
	@EnumSource
	void whatAnEarlierPortalLeftIsReadAndGoesOn(Kind kind) throws Exception {
		this.microsoft365.settings(Map.of("replicationMillis", 0, "propagationMillis", 0));
		this.microsoft365.found(Company.of("Alpine Ski House", "alpine.example"));
		try (FormerPortal portal = FormerPortal.started(kind, this.directory, this.microsoft365)) {
			assertThat(portal.bean(Flyway.class).info().pending()).isEmpty();
			long entries = intact(portal);
			assertThat(entries).isGreaterThan(100);
			highstageFindsWhatItHad(portal);
			operatorsFindTheirCustomers(portal);
			new PlainJourney(portal.surfer(), (page) -> {
			}).travel("admin@alpine.example");
			assertThat(names(portal)).containsExactlyInAnyOrder("Alpine Ski House", "Proseware", "Wingtip Toys");
			assertThat(intact(portal)).isGreaterThan(entries);
		}
	}

	private static void highstageFindsWhatItHad(FormerPortal portal) throws Exception {
		List<Map<String, Object>> rows = portal.database()
			.jdbc()
			.sql("select * from highstage_connection_v1 order by organisation_name")
			.query()
			.listOfRows();
		assertThat(rows).extracting((row) -> row.get("organisation_name")).containsExactly("Proseware", "Wingtip Toys");
		for (Map<String, Object> row : rows) {
			Opened opened = portal.reader()
				.open(String.valueOf(row.get("sealed_credential")), new Row(String.valueOf(row.get("connection_id")),
						String.valueOf(row.get("tenant_id")), String.valueOf(row.get("client_id")), 0));
			assertThat(opened.sequence()).isEqualTo(row.get("sequence"));
			assertThat(opened.keyId()).isEqualTo(String.valueOf(row.get("credential_key_id")));
			assertThat(opened.credential()).isInstanceOf(ClientSecret.class);
		}
		assertThat(portal.database()
			.jdbc()
			.sql("select count(*) from highstage_mailbox_v1 where imap_verified_at is not null")
			.query(Long.class)
			.single()).isEqualTo(4);
	}

	private static void operatorsFindTheirCustomers(FormerPortal portal) {
		Surfer operator = portal.surfer().signIn("operator@highstage.example").open("/operator");
		assertThat(operator.body()).contains("Adatum Corporation", "Coho Winery", "Fourth Coffee", "Lucerne Publishing",
				"Alpine Ski House", "Litware", "Proseware", "Wingtip Toys", "Humongous Insurance");
	}

	private static List<String> names(FormerPortal portal) {
		return portal.database()
			.jdbc()
			.sql("select organisation_name from highstage_connection_v1")
			.query(String.class)
			.list();
	}

	private static long intact(FormerPortal portal) {
		ChainState state = portal.bean(AuditChain.class).verify();
		assertThat(state).isInstanceOf(Intact.class);
		return ((Intact) state).entries();
	}

}
