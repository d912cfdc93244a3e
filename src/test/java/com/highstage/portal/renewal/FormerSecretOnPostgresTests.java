package com.highstage.portal.renewal;

import org.springframework.test.context.TestPropertySource;

/**
 * The same on PostgreSQL.
 */
@TestPropertySource(properties = "tests.database=POSTGRESQL")
class FormerSecretOnPostgresTests extends FormerSecretTests {

}
