package com.highstage.portal.account;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.vault.Secret;

class MicrosoftPropertiesTests {

	private final ApplicationContextRunner portal = new ApplicationContextRunner().withUserConfiguration(Bound.class)
		.withPropertyValues("portal.microsoft.client-id=5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a10",
				"portal.microsoft.client-secret=quite-secret");

	@Test
	void theWorldwideCloudIsUsual() {
		this.portal.run((context) -> {
			MicrosoftProperties properties = context.getBean(MicrosoftProperties.class);
			Assertions.assertThat(properties.cloud()).isEqualTo(Cloud.GLOBAL);
			Assertions.assertThat(properties.loginAddress()).isEqualTo("https://login.microsoftonline.com");
			Assertions.assertThat(properties.graphAddress()).isEqualTo("https://graph.microsoft.com");
			Assertions.assertThat(properties.outlookAddress()).isEqualTo("https://outlook.office365.com");
		});
	}

	@Test
	void oneValueSelectsACloudAndOneAddressCanDiffer() {
		this.portal
			.withPropertyValues("portal.microsoft.cloud=gcc-high",
					"portal.microsoft.graph=http://localhost:9400/graph/")
			.run((context) -> {
				MicrosoftProperties properties = context.getBean(MicrosoftProperties.class);
				Assertions.assertThat(properties.loginAddress()).isEqualTo("https://login.microsoftonline.us");
				Assertions.assertThat(properties.graphAddress()).isEqualTo("http://localhost:9400/graph");
			});
	}

	@Test
	void theClientSecretIsBoundButNeverPrinted() {
		this.portal.run((context) -> {
			MicrosoftProperties properties = context.getBean(MicrosoftProperties.class);
			Assertions.assertThat(properties.toString()).doesNotContain("quite-secret");
			Assertions.assertThat(properties.clientSecret().expose("quite-secret"::equals)).isTrue();
		});
	}

	@Test
	void withoutTheOwnRegistrationThePortalDoesNotStart() {
		new ApplicationContextRunner().withUserConfiguration(Bound.class)
			.run((context) -> Assertions.assertThat(context).hasFailed());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(MicrosoftProperties.class)
	@ComponentScan(basePackageClasses = Secret.class, useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*SecretConverter"))
	static class Bound {

	}

}
