package com.highstage.portal.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * Keeps which links people came by, and of which links the sign-ins were ended.
 */
public final class SignInsOnPaper implements LinkedSignIns {

	private final List<UUID> came = new CopyOnWriteArrayList<>();

	private final List<UUID> ended = new CopyOnWriteArrayList<>();

	public List<UUID> came() {
		return this.came;
	}

	public List<UUID> ended() {
		return this.ended;
	}

	@Override
	public void cameFrom(SignInId signIn, UUID link) {
		this.came.add(link);
	}

	@Override
	public void endAllFrom(UUID link) {
		this.ended.add(link);
	}

	@Override
	public Optional<PlainName> organisation(TenantId tenant) {
		return Optional.of(new PlainName("Organisation " + tenant));
	}

}
