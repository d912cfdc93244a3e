package com.highstage.portal.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class DataDirectoryTests {

	@TempDir
	Path directory;

	@Test
	void nobodyElseLooksIntoADirectoryThatThePortalMakes(CapturedOutput output) throws IOException {
		Path data = this.directory.resolve("portal/data");
		new DataDirectory(data.toString()).prepare();
		new DataDirectory(data.toString()).prepare();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data))).isEqualTo("rwx------");
		assertThat(data).isEmptyDirectory();
		assertThat(output.getAll()).doesNotContain("chmod");
	}

	@Test
	void oneThatIsOpenToOthersIsLeftAsItIsAndTold(CapturedOutput output) throws IOException {
		Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("rwxr-x---"));
		new DataDirectory(this.directory.toString()).prepare();
		assertThat(output.getAll()).contains("chmod 700 " + this.directory);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.directory))).isEqualTo("rwxr-x---");
	}

}
