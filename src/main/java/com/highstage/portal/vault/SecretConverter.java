package com.highstage.portal.vault;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/**
 * Lets configuration properties be secrets.
 */
@Component
@ConfigurationPropertiesBinding
class SecretConverter implements Converter<String, Secret> {

	@Override
	public Secret convert(String source) {
		return Secret.of(source);
	}

}
