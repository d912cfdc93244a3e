package com.highstage.portal.account.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

import com.highstage.portal.site.RemoteNetwork;
import com.highstage.portal.vault.TokenHash;

/**
 * Slows visitors down who ask for too much, by address and by link. Each machine counts
 * for itself: this protects the machine, the sign-in itself is protected by Microsoft.
 */
@Component
class RequestLimits extends OncePerRequestFilter {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final int REMEMBERED = 100_000;

	private static final List<String> FILES = List.of("/webjars/", "/css/", "/js/", "/images/", "/fonts/");

	private static final List<String> SIGN_INS = List.of("/sign-in", "/login/", "/consent/");

	private static final String ASK = "/link/ask";

	private static final Set<String> HEAVY = Set.of("GET /operator/export.csv", "POST " + Uploads.PATH,
			"POST /operator/audit/verify");

	private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
		.maximumSize(REMEMBERED)
		.expireAfterAccess(MINUTE.multipliedBy(2))
		.build();

	private final LimitProperties limits;

	private final Time time;

	RequestLimits(LimitProperties limits, Clock clock) {
		this.limits = limits;
		this.time = new Time(clock);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return FILES.stream().anyMatch(request.getRequestURI()::startsWith);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (allBuckets(request).allMatch((bucket) -> bucket.tryConsume(1))) {
			chain.doFilter(request, response);
			return;
		}
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(MINUTE.toSeconds()));
		response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
	}

	private Stream<Bucket> allBuckets(HttpServletRequest request) {
		String path = request.getRequestURI();
		String address = RemoteNetwork.of(request);
		Stream<Bucket> buckets = Stream.of(bucket("pages " + address, this.limits.pages()));
		if (SIGN_INS.stream().anyMatch(path::startsWith)) {
			return Stream.concat(buckets, Stream.of(bucket("sign-ins " + address, this.limits.signIns())));
		}
		if (HEAVY.contains(request.getMethod() + " " + path)) {
			return Stream.concat(buckets, Stream.of(bucket("heavy " + address, this.limits.heavy())));
		}
		if (path.equals(ASK)) {
			return Stream.concat(buckets, asks(request, address));
		}
		if (path.startsWith("/link/")) {
			return Stream.concat(buckets, Stream.of(bucket("links " + address, this.limits.links()),
					bucket("link " + TokenHash.of(path).value(), this.limits.links())));
		}
		return buckets;
	}

	private Stream<Bucket> asks(HttpServletRequest request, String address) {
		Bucket ofAddress = bucket("asks " + address, this.limits.asks());
		Cookie link = WebUtils.getCookie(request, "__Host-link");
		return (link != null)
				? Stream.of(ofAddress, bucket("ask " + TokenHash.of(link.getValue()).value(), this.limits.asks()))
				: Stream.of(ofAddress);
	}

	private Bucket bucket(String key, int perMinute) {
		return this.buckets.get(key,
				(ignored) -> Bucket.builder()
					.withCustomTimePrecision(this.time)
					.addLimit((limit) -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
					.build());
	}

	/**
	 * The time by which buckets fill.
	 *
	 * @param clock the portal's
	 */
	private record Time(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return Duration.ofMillis(this.clock.millis()).toNanos();
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
