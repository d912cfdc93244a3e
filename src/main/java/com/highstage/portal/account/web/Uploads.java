package com.highstage.portal.account.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes files and large forms at one address only. A form is read before anybody knows
 * who sent it, so that elsewhere such a one is refused unread.
 */
@Component
class Uploads extends OncePerRequestFilter {

	/** Where operators send lists of customers. */
	static final String PATH = "/operator/import";

	/** More than any other form holds, in bytes. */
	private static final long LARGEST = 256 * 1024;

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return HttpMethod.POST.matches(request.getMethod()) && request.getRequestURI().equals(PATH);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/")) {
			response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
		}
		else if (request.getContentLengthLong() > LARGEST) {
			response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
		}
		else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
			// browsers say how long a form is
			response.sendError(HttpStatus.LENGTH_REQUIRED.value());
		}
		else {
			chain.doFilter(request, response);
		}
	}

}
