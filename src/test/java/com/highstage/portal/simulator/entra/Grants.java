package com.highstage.portal.simulator.entra;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.highstage.portal.simulator.model.World;

/**
 * Codes, refresh tokens and the browsers' lasting sign-ins.
 */
public final class Grants {

	private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

	private final SecureRandom random = new SecureRandom();

	private final Map<String, Grant> codes = new HashMap<>();

	private final Map<String, Grant> refreshTokens = new HashMap<>();

	private final Set<String> redeemed = new HashSet<>();

	private final Map<String, List<String>> sessions = new HashMap<>();

	public void clear() {
		this.codes.clear();
		this.refreshTokens.clear();
		this.redeemed.clear();
		this.sessions.clear();
	}

	String code(Grant grant) {
		String code = "1.A" + random();
		this.codes.put(code, grant);
		return code;
	}

	Grant redeem(String code, World world) {
		Grant grant = this.codes.get(code);
		if (grant == null) {
			throw Aadsts.of(70000, "code");
		}
		if (world.now().isAfter(grant.issuedAt().plus(CODE_LIFETIME))) {
			throw Aadsts.of(70008);
		}
		if (!this.redeemed.add(code)) {
			throw Aadsts.of(54005);
		}
		return grant;
	}

	String refreshToken(Grant grant) {
		String token = "1.R" + random();
		this.refreshTokens.put(token, grant);
		return token;
	}

	Grant refresh(String token) {
		Grant grant = this.refreshTokens.get(token);
		if (grant == null) {
			throw Aadsts.of(70000, "refresh_token");
		}
		return grant;
	}

	String session(String earlier, String address) {
		String id = this.sessions.containsKey(earlier) ? earlier : random();
		List<String> addresses = this.sessions.computeIfAbsent(id, (missing) -> new ArrayList<>());
		addresses.remove(address);
		addresses.add(address);
		return id;
	}

	List<String> signedIn(String session) {
		return List.copyOf(this.sessions.getOrDefault(session, List.of()));
	}

	void signOut(String session) {
		this.sessions.remove(session);
	}

	String random() {
		byte[] bytes = new byte[48];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
