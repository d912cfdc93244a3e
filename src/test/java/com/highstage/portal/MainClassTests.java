package com.highstage.portal;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.loader.tools.MainClassFinder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The commands that name no class start the only one there is.
 */
class MainClassTests {

	@Test
	void testRunFindsTheOneThatBringsTheSimulator() throws IOException, URISyntaxException {
		assertThat(mainClassBeside(TestPortalApplication.class)).isEqualTo(TestPortalApplication.class.getName());
	}

	@Test
	void thePackagedPortalFindsItsOwn() throws IOException, URISyntaxException {
		assertThat(mainClassBeside(PortalApplication.class)).isEqualTo(PortalApplication.class.getName());
	}

	// as the Maven plugin does it
	private static @Nullable String mainClassBeside(Class<?> one) throws IOException, URISyntaxException {
		File directory = new File(one.getProtectionDomain().getCodeSource().getLocation().toURI());
		return MainClassFinder.findSingleMainClass(directory, SpringBootApplication.class.getName());
	}

}
