package com.highstage.portal.account.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes files at one address only. A form with files is read before anybody knows who
 * sent it, so that elsewhere it is refused unread.
 */
@Component
class Uploads extends OncePerRequestFilter {

	/** Where operators send lists of customers. */
	static final String PATH = "/operator/import";

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		boolean list = HttpMethod.POST.matches(request.getMethod()) && request.getRequestURI().equals(PATH);
		return list || !StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
	}

}
