package com.highstage.portal.microsoft.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.account.Resource;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.account.SignInNames;
import com.highstage.portal.vault.Secret;

/**
 * On whose behalf a command is run: the person's token, and the name by which Exchange
 * finds the server that is responsible for the organisation.
 */
@Component
class Callers {

	private final DelegatedTokens tokens;

	private final SignInNames names;

	Callers(DelegatedTokens tokens, SignInNames names) {
		this.tokens = tokens;
		this.names = names;
	}

	/**
	 * Finds whoever signed in.
	 * @param signIn the sign-in
	 * @return the caller, or empty if the person must sign in again first
	 */
	Optional<Caller> find(SignInId signIn) {
		return this.tokens.find(signIn, Resource.EXCHANGE)
			.flatMap((token) -> this.names.lookUp(signIn).map((name) -> new Caller(token, anchor(name))));
	}

	private static String anchor(String name) {
		// A sign-in name comes from a stranger's directory and goes into a header:
		// whatever is not
		// printable ASCII is written as in an address.
		StringBuilder anchor = new StringBuilder("UPN:");
		for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
			boolean safe = unit > ' ' && unit < 0x7f;
			anchor.append(safe ? String.valueOf((char) unit) : "%%%02X".formatted(unit));
		}
		return anchor.toString();
	}

	/**
	 * Who calls.
	 *
	 * @param token the delegated token
	 * @param anchor the {@code X-AnchorMailbox} header
	 */
	record Caller(Secret token, String anchor) {

	}

}
