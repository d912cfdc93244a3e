package com.highstage.portal.metrics.duty;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.autoconfigure.application.DiskSpaceHealthIndicatorProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class DutyConfigurationTests {

	@TempDir
	Path directory;

	@Test
	void aDataDirectoryThatIsNotThereYetHasTheSpaceOfTheOneAbove() {
		Health health = look(DataSize.ofBytes(1));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("path", this.directory.toString()).containsEntry("exists", true);
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void tooLittleSpaceIsSaid() {
		assertThat(look(DataSize.ofTerabytes(1_000_000)).getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void aDirectoryThatIsThereIsLookedAtItself() throws Exception {
		Path data = Files.createDirectories(this.directory.resolve("portal/data"));
		assertThat(look(DataSize.ofBytes(1)).getDetails()).containsEntry("path", data.toString());
	}

	private Health look(DataSize threshold) {
		DiskSpaceHealthIndicatorProperties properties = new DiskSpaceHealthIndicatorProperties();
		properties.setPath(this.directory.resolve("portal/data").toFile());
		properties.setThreshold(threshold);
		return Objects.requireNonNull(new DutyConfiguration().diskSpaceHealthIndicator(properties).health());
	}

}
