package com.highstage.portal.account.web;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Writes what is in a session as JSON of a few allowed types; Java serialization never
 * sees it.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	private static final String MERGE_ON_H2 = """
			merge into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
			key (session_primary_id, attribute_name) values (?, ?, ?)
			""";

	@Bean
	ConversionService springSessionConversionService() {
		JsonMapper mapper = mapper();
		GenericConversionService conversions = new GenericConversionService();
		conversions.addConverter(Object.class, byte[].class,
				(value) -> mapper.writerFor(Object.class).writeValueAsBytes(value));
		conversions.addConverter(byte[].class, Object.class, (bytes) -> mapper.readValue(bytes, Object.class));
		return conversions;
	}

	/**
	 * Of two requests of one session that add the same thing, the later one has its way;
	 * as Spring Session comes, it would fail.
	 * @param dataSource the database
	 * @return the customizer
	 */
	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionAttributesAddedTwice(DataSource dataSource) {
		return onH2(dataSource) ? (sessions) -> sessions.setCreateSessionAttributeQuery(MERGE_ON_H2)
				: new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
	}

	private static boolean onH2(DataSource dataSource) {
		String product = new JdbcTemplate(dataSource)
			.execute((ConnectionCallback<String>) (connection) -> connection.getMetaData().getDatabaseProductName());
		return "H2".equals(product);
	}

	private static JsonMapper mapper() {
		BasicPolymorphicTypeValidator.Builder allowed = BasicPolymorphicTypeValidator.builder();
		return JsonMapper.builder()
			.addModules(SecurityJacksonModules.getModules(SessionConfiguration.class.getClassLoader(), allowed))
			.build();
	}

}
