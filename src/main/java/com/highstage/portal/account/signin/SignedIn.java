package com.highstage.portal.account.signin;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.user.OAuth2User;

import com.highstage.portal.account.Person;

/**
 * The principal of a signed-in person. It is read anew from the sign-in's row with each
 * request and never serialized; a session holds the sign-in's id alone.
 *
 * @param person who it is
 * @param staff what the person may do as somebody of Highstage, if they are
 */
public record SignedIn(Person person, @Nullable Staff staff) implements OAuth2User {

	@Override
	public String getName() {
		return this.person.signIn().toString();
	}

	@Override
	public Map<String, Object> getAttributes() {
		return Map.of();
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return (this.staff != null) ? List.of(new SimpleGrantedAuthority("ROLE_" + this.staff)) : List.of();
	}

}
