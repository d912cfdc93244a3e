package com.highstage.portal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/**
 * Lets whoever runs the portal have a copy written, on the port for health probes.
 * Nothing of the request decides where it goes, and the copy itself never leaves by that
 * port.
 */
@Component
@Endpoint(id = "backup")
class BackupEndpoint {

	private final Backups backups;

	BackupEndpoint(Backups backups) {
		this.backups = backups;
	}

	@WriteOperation
	WebEndpointResponse<Map<String, Object>> make() throws IOException {
		Path file = this.backups.make().orElse(null);
		if (file == null) {
			return new WebEndpointResponse<>(Map.of("reason", "not an embedded database in a file: use its own tools"),
					WebEndpointResponse.STATUS_BAD_REQUEST);
		}
		return new WebEndpointResponse<>(Map.of("file", file.toString(), "bytes", Files.size(file)));
	}

}
