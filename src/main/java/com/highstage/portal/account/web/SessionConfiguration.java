package com.highstage.portal.account.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.security.jackson.SecurityJacksonModules;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Writes what is in a session as JSON of a few allowed types; Java serialization never
 * sees it.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	@Bean
	ConversionService springSessionConversionService() {
		JsonMapper mapper = mapper();
		GenericConversionService conversions = new GenericConversionService();
		conversions.addConverter(Object.class, byte[].class,
				(value) -> mapper.writerFor(Object.class).writeValueAsBytes(value));
		conversions.addConverter(byte[].class, Object.class, (bytes) -> mapper.readValue(bytes, Object.class));
		return conversions;
	}

	private static JsonMapper mapper() {
		BasicPolymorphicTypeValidator.Builder allowed = BasicPolymorphicTypeValidator.builder();
		return JsonMapper.builder()
			.addModules(SecurityJacksonModules.getModules(SessionConfiguration.class.getClassLoader(), allowed))
			.build();
	}

}
