package com.highstage.portal.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.TenantId;

/**
 * What is consented to, as columns.
 */
final class JdbcConsentTarget {

	private JdbcConsentTarget() {
	}

	static Map<String, @Nullable Object> values(ConsentTarget target) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("tenant", target.tenant().value());
		switch (target) {
			case ConsentTarget.Portal ignored -> {
				values.put("kind", "PORTAL");
				values.put("client", null);
				values.put("permissions", "");
			}
			case ConsentTarget.Application application -> {
				values.put("kind", "APPLICATION");
				values.put("client", application.client().value());
				values.put("permissions",
						application.permissions().stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
			}
		}
		return values;
	}

	static ConsentTarget read(ResultSet row, int number) throws SQLException {
		TenantId tenant = new TenantId(row.getObject("tenant_id", UUID.class));
		if ("PORTAL".equals(row.getString("kind"))) {
			return new ConsentTarget.Portal(tenant);
		}
		ClientId client = new ClientId(Objects.requireNonNull(row.getObject("client_id", UUID.class)));
		return new ConsentTarget.Application(tenant, client,
				Arrays.stream(row.getString("permissions").split(","))
					.map(MailPermission::valueOf)
					.collect(Collectors.toSet()));
	}

}
