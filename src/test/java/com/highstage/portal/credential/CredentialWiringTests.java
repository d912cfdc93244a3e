package com.highstage.portal.credential;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.IllegalTransactionStateException;

import com.highstage.portal.audit.AuditChain;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.database.Embedded;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.vault.CertificateAuthority;
import com.highstage.portal.vault.CredentialSealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CredentialWiringTests {

	@TempDir
	Path directory;

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class))
		.withUserConfiguration(Modules.class);

	@Test
	void theModulesFitTogetherWithGeneratedKeys() {
		this.contexts.withPropertyValues("portal.vault.generate=true", "portal.vault.directory=" + keys())
			.run((context) -> {
				assertThat(context).hasSingleBean(AuditTrail.class)
					.hasSingleBean(AuditChain.class)
					.hasSingleBean(CertificateAuthority.class);
				assertThat(context.getBean(CredentialSealing.class).provenRecipient()).isPresent();
			});
	}

	@Test
	void credentialsAreForTransactionsOnly() {
		this.contexts.withPropertyValues("portal.vault.generate=true", "portal.vault.directory=" + keys())
			.run((context) -> assertThatExceptionOfType(IllegalTransactionStateException.class)
				.isThrownBy(() -> context.getBean(Credentials.class).newest(new ConnectionId(new UUID(0, 1)))));
	}

	@Test
	void withoutKeysNothingStarts() {
		this.contexts.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.hasMessageContaining("The portal has no keys: portal.vault.key"));
	}

	private Path keys() {
		return this.directory.resolve("keys");
	}

	@Configuration(proxyBeanMethods = false)
	@ComponentScan({ "com.highstage.portal.vault", "com.highstage.portal.audit", "com.highstage.portal.credential" })
	@ConfigurationPropertiesScan("com.highstage.portal.vault")
	static class Modules {

		@Bean
		DataSource dataSource() {
			return Embedded.newDatabase().dataSource();
		}

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

	}

}
