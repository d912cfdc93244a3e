package com.highstage.portal.account.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/**
 * Keeps what a page tells the next one in the session, as plain values: texts, numbers
 * and yes or no. Spring finds it by its name.
 */
@Component("flashMapManager")
class StoredFlashes extends AbstractFlashMapManager {

	private static final String ATTRIBUTE = "portal.flash";

	@Override
	protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof List<?> stored)) {
			return null;
		}
		List<FlashMap> flashes = new ArrayList<>();
		stored.forEach((one) -> flashes.add(read((Map<?, ?>) one)));
		return flashes;
	}

	@Override
	protected void updateFlashMaps(List<FlashMap> flashes, HttpServletRequest request, HttpServletResponse response) {
		if (!flashes.isEmpty()) {
			request.getSession().setAttribute(ATTRIBUTE, new ArrayList<>(flashes.stream().map(this::write).toList()));
			return;
		}
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(ATTRIBUTE);
		}
	}

	private Map<String, Object> write(FlashMap flash) {
		Map<String, Object> stored = new HashMap<>();
		Map<String, Object> values = new HashMap<>();
		flash.forEach((name, value) -> values.put(name, plain(name, value)));
		stored.put("values", values);
		stored.put("expires", Long.toString(flash.getExpirationTime()));
		if (flash.getTargetRequestPath() != null) {
			stored.put("path", flash.getTargetRequestPath());
		}
		Map<String, List<String>> parameters = new HashMap<>();
		flash.getTargetRequestParams().forEach((name, each) -> parameters.put(name, new ArrayList<>(each)));
		stored.put("parameters", parameters);
		return stored;
	}

	private static Object plain(String name, Object value) {
		if (value instanceof String || value instanceof Integer || value instanceof Boolean) {
			return value;
		}
		throw new IllegalArgumentException("'" + name + "' is no text, number or boolean: " + value.getClass());
	}

	private static FlashMap read(Map<?, ?> stored) {
		FlashMap flash = new FlashMap();
		map(stored.get("values")).forEach((name, value) -> flash.put((String) name, value));
		flash.setExpirationTime(Long.parseLong((String) stored.get("expires")));
		flash.setTargetRequestPath((String) stored.get("path"));
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		map(stored.get("parameters")).forEach(
				(name, values) -> ((List<?>) values).forEach((value) -> parameters.add((String) name, (String) value)));
		flash.addTargetRequestParams(parameters);
		return flash;
	}

	private static Map<?, ?> map(@Nullable Object stored) {
		return (Map<?, ?>) Objects.requireNonNull(stored);
	}

}
