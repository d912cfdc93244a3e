package com.highstage.portal.evidence.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.account.Person;
import com.highstage.portal.evidence.Records;
import com.highstage.portal.evidence.Records.WrittenDown;
import com.highstage.portal.evidence.removal.Removals;
import com.highstage.portal.mailbox.MailboxAccess;
import com.highstage.portal.onboarding.MailboxList;
import com.highstage.portal.onboarding.MailboxLists;
import com.highstage.portal.onboarding.Overviews;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;

/**
 * Puts together what support needs of one organisation: as JSON, and the same to read.
 */
@Service
class SupportBundles {

	/** So many attempts and audit entries at most, the newest ones. */
	private static final int MOST = 5000;

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final Connections connections;

	private final Overviews overviews;

	private final Records records;

	private final Standing standing;

	private final Contents contents;

	private final Edition edition;

	SupportBundles(Connections connections, Overviews overviews, Records records, Standing standing, Contents contents,
			Edition edition) {
		this.connections = connections;
		this.overviews = overviews;
		this.records = records;
		this.standing = standing;
		this.contents = contents;
		this.edition = edition;
	}

	/**
	 * The bundle of a person's organisation.
	 * @param person who asks
	 * @param masked whether ids, names and addresses are masked
	 * @return a ZIP file
	 */
	byte[] of(Person person, boolean masked) {
		Map<String, @Nullable Object> all = new LinkedHashMap<>();
		all.put("about", new Entries().with("at", this.edition.clock().instant()).with("masked", masked).map());
		all.put("versions", this.edition.versions().versions().map());
		all.put("settings", this.edition.versions().settings().map());
		all.put("person", this.contents.person(person).map());
		Optional<Connection> connection = this.connections.latest(person.tenant());
		List<String> names = connection.map((found) -> add(all, person, found))
			.orElseGet(() -> List.of(person.name(), person.organisationName()));
		Object content = masked ? new Mask(names).apply(all) : all;
		return zip(Map.of("support.json", JSON.writeValueAsString(content), "support.txt", ReadableText.of(content)));
	}

	private List<String> add(Map<String, @Nullable Object> all, Person person, Connection connection) {
		WrittenDown written = this.records.of(connection, MOST);
		List<MailboxList.Entry> mailboxes = this.standing.lists().of(person).entries();
		Entries rest = new Entries().with("connection", this.contents.connection(connection))
			.with("journey", this.contents.journey(this.overviews.known(person)))
			.with("credentials", this.contents.credentials(written.credentials()))
			.with("exchange", this.contents.exchange(this.standing.access().known(connection)))
			.with("mailboxes", this.contents.mailboxes(mailboxes));
		this.standing.removals()
			.latest(person.tenant())
			.ifPresent((removal) -> rest.with("removal", this.contents.removal(removal)));
		rest.with("attempts", this.contents.attempts(written)).with("audit", this.contents.audit(written));
		all.putAll(rest.map());
		return this.contents.names(person, connection, written, mailboxes);
	}

	private static byte[] zip(Map<String, String> files) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
			for (Map.Entry<String, String> file : files.entrySet()) {
				zip.putNextEntry(new ZipEntry(file.getKey()));
				zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * Where everything stands.
	 *
	 * @param lists the mailboxes
	 * @param access what Exchange said
	 * @param removals what is being taken back
	 */
	@Component
	record Standing(MailboxLists lists, MailboxAccess access, Removals removals) {

	}

	/**
	 * Which portal made the bundle, and when.
	 *
	 * @param versions versions and settings
	 * @param clock the time
	 */
	@Component
	record Edition(Versions versions, Clock clock) {

	}

}
