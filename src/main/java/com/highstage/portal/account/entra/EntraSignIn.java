package com.highstage.portal.account.entra;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.account.Resource;
import com.highstage.portal.account.signin.DelegatedAccess;
import com.highstage.portal.account.signin.Identity;
import com.highstage.portal.account.signin.SignIns;
import com.highstage.portal.account.signin.SignedIn;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Secret;

/**
 * Turns Microsoft's answer into a signed-in person. A further service is given to the
 * sign-in that asked for it, and only if the answer is about the same person: this is
 * decided here, before the session is touched.
 */
@Component
public class EntraSignIn implements AuthenticationProvider {

	/** Error code: somebody else came back than was signed in. */
	public static final String OTHER_PERSON = "other_person";

	/** Error code: the sign-in that asked has ended. */
	public static final String ENDED = "sign_in_ended";

	private final OidcAuthorizationCodeAuthenticationProvider standard;

	private final SignIns signIns;

	private final DelegatedAccess access;

	EntraSignIn(MicrosoftProperties microsoft, SignIns signIns, DelegatedAccess access) {
		this.standard = new OidcAuthorizationCodeAuthenticationProvider(new CodeRedemption(),
				(request) -> new DefaultOidcUser(List.of(), request.getIdToken()));
		this.standard.setJwtDecoderFactory(new IdTokenDecoders(microsoft.cloud()));
		this.signIns = signIns;
		this.access = access;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.standard.supports(authentication);
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		OAuth2LoginAuthenticationToken answer = (OAuth2LoginAuthenticationToken) Objects
			.requireNonNull(this.standard.authenticate(authentication));
		Identity identity = identity(((OidcUser) Objects.requireNonNull(answer.getPrincipal())).getIdToken());
		OAuth2AccessToken token = Objects.requireNonNull(answer.getAccessToken());
		Errand.Extension extension = Errand.of(answer.getAuthorizationExchange().getAuthorizationRequest()).extension();
		SignedIn signedIn = (extension != null) ? extend(identity, extension) : begin(identity);
		Resource resource = (extension != null) ? extension.resource() : Resource.GRAPH_PROFILE;
		this.access.keep(signedIn.person(), resource, Secret.of(token.getTokenValue()), expiry(token));
		return new OAuth2LoginAuthenticationToken(answer.getClientRegistration(), answer.getAuthorizationExchange(),
				signedIn, signedIn.getAuthorities(), token);
	}

	private SignedIn begin(Identity identity) {
		SignedIn former = current();
		if (former != null) {
			this.signIns.end(former.person().signIn());
		}
		return this.signIns.begin(identity);
	}

	private SignedIn extend(Identity identity, Errand.Extension extension) {
		SignedIn current = current();
		if (current == null || !current.person().signIn().equals(extension.signIn())) {
			throw refused(ENDED);
		}
		if (!current.person().id().equals(identity.id())) {
			throw refused(OTHER_PERSON);
		}
		return current;
	}

	private static @Nullable SignedIn current() {
		Authentication current = SecurityContextHolder.getContext().getAuthentication();
		return (current != null && current.getPrincipal() instanceof SignedIn signedIn) ? signedIn : null;
	}

	private static Identity identity(OidcIdToken token) {
		PersonId id = new PersonId(TenantId.parse(claim(token, "tid")), ObjectId.parse(claim(token, "oid")));
		PlainName signInName = new PlainName(Objects.requireNonNullElse(token.getPreferredUsername(), ""));
		PlainName name = new PlainName(Objects.requireNonNullElse(token.getFullName(), signInName.value()));
		List<String> roles = token.getClaimAsStringList("roles");
		return new Identity(id, name, signInName, (roles != null) ? Set.copyOf(roles) : Set.of());
	}

	private static String claim(OidcIdToken token, String name) {
		return Objects.requireNonNullElse(token.getClaimAsString(name), "");
	}

	private static Instant expiry(OAuth2AccessToken token) {
		return Objects.requireNonNullElse(token.getExpiresAt(), Instant.MAX);
	}

	private static OAuth2AuthenticationException refused(String code) {
		return new OAuth2AuthenticationException(new OAuth2Error(code));
	}

}
