package com.highstage.portal.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.reader.Microsoft;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.reader.SealedCredentialReader;
import com.highstage.portal.vault.reader.SealedCredentialReader.Row;

/**
 * Highstage, who opens what is sealed and logs in with it.
 *
 * @param microsoft365 where it logs in
 * @param jdbc where it reads
 * @param portal the portal's address, as it stands in what is sealed
 */
record Reading(Microsoft365Simulator microsoft365, JdbcClient jdbc, String portal) {

	private static final Path KEYS = Path.of("target", "portal-tests", "keys");

	/**
	 * Logs in to a mailbox with the newest secret.
	 * @param mailbox its address
	 * @return whether it opens
	 */
	boolean opens(String mailbox) throws Exception {
		Map<String, Object> row = this.jdbc.sql("select * from highstage_connection_v1").query().singleRow();
		String tenant = String.valueOf(row.get("tenant_id"));
		String client = String.valueOf(row.get("client_id"));
		SealedCredentialReader reader = new SealedCredentialReader(
				List.of(RSAKey.parse(Files.readString(KEYS.resolve("recipient-private-key.jwk")))),
				List.of(ECKey.parse(Files.readString(KEYS.resolve("signing-key.jwk")))), this.portal);
		ClientSecret secret = (ClientSecret) reader
			.open(String.valueOf(row.get("sealed_credential")),
					new Row(String.valueOf(row.get("connection_id")), tenant, client, 0))
			.credential();
		Microsoft microsoft = new Microsoft(this.microsoft365.at("/login").toString(), this.microsoft365.imapPort());
		return secret.value().expose((value) -> microsoft.logsIn(tenant, client, value, mailbox));
	}

}
