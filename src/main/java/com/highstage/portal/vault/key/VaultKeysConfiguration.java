package com.highstage.portal.vault.key;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads the keys once, at start-up, so that a portal without them does not start.
 */
@Configuration(proxyBeanMethods = false)
class VaultKeysConfiguration {

	@Bean
	VaultKeys vaultKeys(VaultProperties properties) {
		return new KeyLoader(properties).load();
	}

}
