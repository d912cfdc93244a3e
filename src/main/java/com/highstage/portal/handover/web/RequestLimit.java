package com.highstage.portal.handover.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import com.highstage.portal.site.RemoteNetwork;

/**
 * Takes only so many requests from one address, and only so much with each. Each machine
 * counts for itself.
 */
class RequestLimit extends OncePerRequestFilter {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final int REMEMBERED = 10_000;

	private static final int LARGEST = 16 * 1024;

	private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
		.maximumSize(REMEMBERED)
		.expireAfterAccess(MINUTE.multipliedBy(2))
		.build();

	private final int perMinute;

	RequestLimit(int perMinute) {
		this.perMinute = perMinute;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ConsumptionProbe probe = this.buckets.get(RemoteNetwork.of(request), (ignored) -> bucket())
			.tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
			response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
			return;
		}
		if (request.getContentLengthLong() > LARGEST) {
			response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
			return;
		}
		// a client may send a body without saying how long it is
		byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
		if (body.length > LARGEST) {
			response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
			return;
		}
		chain.doFilter(new Read(request, body), response);
	}

	private Bucket bucket() {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(this.perMinute).refillGreedy(this.perMinute, MINUTE))
			.build();
	}

	/**
	 * A request whose body was read.
	 */
	private static final class Read extends HttpServletRequestWrapper {

		private final byte[] body;

		Read(HttpServletRequest request, byte[] body) {
			super(request);
			this.body = body;
		}

		@Override
		public ServletInputStream getInputStream() {
			return new Body(new ByteArrayInputStream(this.body));
		}

	}

	/**
	 * The body, at hand at once.
	 */
	private static final class Body extends ServletInputStream {

		private final InputStream bytes;

		Body(InputStream bytes) {
			this.bytes = bytes;
		}

		@Override
		public int read() throws IOException {
			return this.bytes.read();
		}

		@Override
		public boolean isFinished() {
			try {
				return this.bytes.available() == 0;
			}
			catch (IOException ex) {
				return true;
			}
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			throw new UnsupportedOperationException("nothing is read later");
		}

	}

}
