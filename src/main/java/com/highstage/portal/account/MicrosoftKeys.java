package com.highstage.portal.account;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;

/**
 * Microsoft's signing keys, which are kept and asked for again when they are old or a
 * token names another one.
 */
public final class MicrosoftKeys {

	private static final Duration CONNECT = Duration.ofSeconds(5);

	private static final Duration READ = Duration.ofSeconds(10);

	private static final Duration KEPT = Duration.ofHours(1);

	private static final Duration BETWEEN = Duration.ofSeconds(30);

	private static final int LARGEST = 256 * 1024;

	private MicrosoftKeys() {
	}

	/**
	 * Keys for tokens that Microsoft itself hands over.
	 * @param address where they are published
	 * @return the keys
	 */
	public static JWKSource<SecurityContext> at(String address) {
		return source(address).rateLimited(false).build();
	}

	/**
	 * Keys for tokens that anybody may send: made-up key ids do not make the portal ask
	 * without end.
	 * @param address where they are published
	 * @return the keys
	 */
	public static JWKSource<SecurityContext> forStrangersAt(String address) {
		return source(address).rateLimited(BETWEEN.toMillis()).build();
	}

	private static JWKSourceBuilder<SecurityContext> source(String address) {
		try {
			return JWKSourceBuilder
				.<SecurityContext>create(URI.create(address).toURL(),
						new DefaultResourceRetriever((int) CONNECT.toMillis(), (int) READ.toMillis(), LARGEST))
				.cache(KEPT.toMillis(), CONNECT.plus(READ).toMillis())
				.refreshAheadCache(false)
				.retrying(true);
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException(address, ex);
		}
	}

}
