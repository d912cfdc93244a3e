package com.highstage.portal.simulator.exchange;

import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import com.highstage.portal.simulator.entra.SigningKey;
import com.highstage.portal.simulator.model.Exchange;
import com.highstage.portal.simulator.model.ExchangeMailbox;
import com.highstage.portal.simulator.model.Organisation;
import com.highstage.portal.simulator.model.World;

/**
 * Decides who may log in to a mailbox with an app-only token, as Exchange Online's IMAP,
 * POP and SMTP servers do: by what they have learned up to now, which lags behind what an
 * administrator has set.
 */
public final class MailAccess {

	private static final Set<String> AUDIENCES = Set.of("https://outlook.office365.com", "https://outlook.office.com",
			"https://ps.outlook.com", "00000002-0000-0ff1-ce00-000000000000");

	private final World world;

	private final SigningKey key;

	private final Lock lock;

	/**
	 * Sets the rule up.
	 * @param world Microsoft's side
	 * @param key what tokens are signed with
	 * @param lock the simulator's lock
	 */
	public MailAccess(World world, SigningKey key, Lock lock) {
		this.world = world;
		this.key = key;
		this.lock = lock;
	}

	/**
	 * Decides about one login. Thread-safe.
	 * @param protocol what the client speaks
	 * @param user the {@code user} of its XOAUTH2 string
	 * @param bearerToken the token of its XOAUTH2 string
	 * @return what the server has to answer
	 */
	public Verdict logIn(Protocol protocol, String user, String bearerToken) {
		this.lock.lock();
		try {
			Optional<JWTClaimsSet> claims = trusted(bearerToken);
			return claims.isPresent() ? decide(protocol, user, claims.get()) : Verdict.REFUSED;
		}
		catch (ParseException ex) {
			return Verdict.REFUSED;
		}
		finally {
			this.lock.unlock();
		}
	}

	private Optional<JWTClaimsSet> trusted(String bearerToken) throws ParseException {
		SignedJWT token = SignedJWT.parse(bearerToken);
		JWTClaimsSet claims = token.getJWTClaimsSet();
		boolean alive = claims.getExpirationTime() != null
				&& this.world.now().isBefore(claims.getExpirationTime().toInstant());
		boolean ours = claims.getAudience()
			.stream()
			.map((one) -> one.replaceAll("/$", ""))
			.anyMatch(AUDIENCES::contains);
		boolean app = "app".equals(claims.getStringClaim("idtyp")) && claims.getClaim("scp") == null;
		return Optional.of(claims).filter((one) -> this.key.signed(token) && alive && ours && app);
	}

	private Verdict decide(Protocol protocol, String user, JWTClaimsSet claims) throws ParseException {
		Exchange exchange = this.world.organisation(claims.getStringClaim("tid"))
			.map(Organisation::exchange)
			.filter(Exchange::exists)
			.orElse(null);
		List<String> roles = claims.getStringListClaim("roles");
		String oid = claims.getStringClaim("oid");
		if (exchange == null || roles == null || !roles.contains(protocol.role())
				|| !registered(exchange, claims.getStringClaim("appid"), oid)) {
			return Verdict.REFUSED;
		}
		return exchange.mailboxAt(user)
			.map((mailbox) -> open(protocol, exchange, mailbox, oid))
			.orElse(Verdict.REFUSED);
	}

	private boolean registered(Exchange exchange, String appId, String oid) {
		return exchange.registrations()
			.at(this.world.propagated())
			.stream()
			.anyMatch((one) -> one.appId().equalsIgnoreCase(appId) && one.objectId().equalsIgnoreCase(oid));
	}

	private Verdict open(Protocol protocol, Exchange exchange, ExchangeMailbox mailbox, String oid) {
		Instant known = this.world.propagated();
		return switch (protocol) {
			case IMAP -> connected(mailbox, oid, mailbox.imapEnabled().at(known));
			case POP -> connected(mailbox, oid, mailbox.popEnabled().at(known));
			case SMTP -> {
				if (mailbox.smtpAuthDisabled().at(known).orElse(exchange.smtpAuthDisabled().at(known))) {
					yield Verdict.SMTP_AUTH_DISABLED;
				}
				boolean allowed = mailbox.sendAs().at(known).stream().anyMatch((one) -> one.gives("SendAs", oid));
				yield allowed ? Verdict.AUTHENTICATED : Verdict.REFUSED;
			}
		};
	}

	private Verdict connected(ExchangeMailbox mailbox, String oid, boolean enabled) {
		boolean allowed = mailbox.permissions()
			.at(this.world.propagated())
			.stream()
			.anyMatch((one) -> one.gives("FullAccess", oid));
		return (allowed && enabled) ? Verdict.AUTHENTICATED : Verdict.NOT_CONNECTED;
	}

}
