package com.highstage.portal.mailbox;

import java.util.UUID;

import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.OurApplication;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * Connections whose application is registered.
 */
final class TestConnections {

	static final ClientId CLIENT = ClientId.parse("11111111-2222-4333-8444-555555555555");

	static final ObjectId PRINCIPAL = ObjectId.parse("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");

	static final ObjectId REGISTRATION = ObjectId.parse("bbbbbbbb-bbbb-4ccc-8ddd-eeeeeeeeeeee");

	static final TenantId TENANT = TenantId.parse("c0c0c0c0-0001-4000-8000-000000000001");

	private TestConnections() {
	}

	static Connection named(String name, Cloud cloud) {
		return new Connection(new ConnectionId(UUID.randomUUID()), TENANT, new PlainName("Contoso"), cloud, 1,
				new OurApplication(false, false, name, CLIENT, REGISTRATION, PRINCIPAL), null, true, null);
	}

}
