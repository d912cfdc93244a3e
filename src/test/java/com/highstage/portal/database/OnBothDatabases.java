package com.highstage.portal.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class of SQL twice: on H2 and on a real PostgreSQL, both with all
 * migrations applied, each test method on a database of its own. No Spring context is
 * started; what a repository or service needs comes from the {@link Database} that the
 * constructor (or a method) asks for: <pre class="code">
 * &#64;OnBothDatabases
 * class JdbcInvitationsTests {
 *
 *     private final JdbcInvitations invitations;
 *
 *     JdbcInvitationsTests(Database database) {
 *         this.invitations = new JdbcInvitations(database.jdbc());
 *     }
 *
 *     &#64;Test
 *     void findsWhatWasAdded() { … }
 *
 * }</pre> Tests that need a Spring context on PostgreSQL take an address from
 * {@link Postgres#newDatabase()} and set {@code spring.datasource.url}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@Tag("sql")
@ExtendWith(BothDatabases.class)
public @interface OnBothDatabases {

}
