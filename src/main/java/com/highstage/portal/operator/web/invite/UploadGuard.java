package com.highstage.portal.operator.web.invite;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps uploads from every page but the one that asks for a file: nowhere else is more
 * read than a form.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class UploadGuard extends OncePerRequestFilter {

	private static final String PAGE = "/operator/import";

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/")
				|| (PAGE.equals(request.getRequestURI()) && "POST".equals(request.getMethod()));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
	}

}
