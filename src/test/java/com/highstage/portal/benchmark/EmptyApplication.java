package com.highstage.portal.benchmark;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Has the portal's dependencies and nothing else. It has no main method of its own, so
 * that {@code spring-boot:test-run} finds one only.
 */
@SpringBootApplication
class EmptyApplication {

}
