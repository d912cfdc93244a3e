package com.highstage.portal.handover.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DocumentController {

	/** Where the description of the interface is. It tells of no customer. */
	static final String PATH = "/api/v1/openapi.json";

	@GetMapping(PATH)
	ResponseEntity<Resource> document() {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.body(new ClassPathResource("openapi/handover-v1.json"));
	}

}
