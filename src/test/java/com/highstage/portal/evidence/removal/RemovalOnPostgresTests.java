package com.highstage.portal.evidence.removal;

import org.springframework.test.context.TestPropertySource;

/**
 * The same on PostgreSQL.
 */
@TestPropertySource(properties = "tests.database=POSTGRESQL")
class RemovalOnPostgresTests extends RemovalTests {

}
