package com.highstage.portal.vault.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys that the portal generated itself, in a directory of their own. They are made all
 * at once or not at all; one that is missing later is never silently replaced, because
 * what was encrypted with it would be lost.
 */
final class KeyDirectory {

	static final String RECIPIENT_PRIVATE_KEY = "recipient-private-key.jwk";

	private static final Logger logger = LoggerFactory.getLogger(KeyDirectory.class);

	private final Path directory;

	KeyDirectory(Path directory) {
		this.directory = directory.toAbsolutePath().normalize();
	}

	Path file(KeyRole role) {
		return this.directory.resolve(role.fileName());
	}

	Path recipientPrivateKey() {
		return this.directory.resolve(RECIPIENT_PRIVATE_KEY);
	}

	void ensure(Collection<KeyRole> roles) {
		if (!Files.isDirectory(this.directory)) {
			generate(roles);
		}
		for (KeyRole role : roles) {
			if (!Files.exists(file(role))) {
				throw KeyProblemException.unusable(role, file(role).toString(), "is missing beside the other keys",
						"Bring it back from a backup, or set " + role.property()
								+ ". Generating a new one would lose what was made with the old one.");
			}
		}
	}

	private void generate(Collection<KeyRole> roles) {
		try {
			Path parent = Files.createDirectories(this.directory.resolveSibling("."));
			Path draft = parent.resolve(this.directory.getFileName() + "-" + UUID.randomUUID()).normalize();
			KeyFiles.createDirectory(draft);
			for (KeyRole role : roles) {
				write(draft, role);
			}
			publish(draft);
		}
		catch (IOException | JOSEException ex) {
			throw new KeyProblemException("Keys cannot be generated in " + this.directory + ".",
					"Make its parent writable for the portal's user, or set portal.vault.directory.");
		}
	}

	private void write(Path draft, KeyRole role) throws IOException, JOSEException {
		Path file = draft.resolve(role.fileName());
		switch (role) {
			case KEY, HMAC_KEY -> KeyFiles.write(file,
					new OctetSequenceKeyGenerator(256).keyID(UUID.randomUUID().toString()).generate().toJSONString());
			case SIGNING_KEY -> KeyFiles.write(file,
					new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate().toJSONString());
			case RECIPIENT_KEY -> {
				RSAKey pair = new RSAKeyGenerator(3072).keyIDFromThumbprint(true).generate();
				KeyFiles.write(file, pair.toPublicJWK().toJSONString());
				KeyFiles.write(draft.resolve(RECIPIENT_PRIVATE_KEY), pair.toJSONString());
			}
		}
	}

	private void publish(Path draft) throws IOException {
		force(draft);
		try {
			Files.move(draft, this.directory, StandardCopyOption.ATOMIC_MOVE);
			logger.warn("Generated keys in {}. Back this directory up together with the database: without it, "
					+ "nothing that was encrypted can be read again.", this.directory);
		}
		catch (IOException ex) {
			delete(draft);
			if (!Files.isDirectory(this.directory)) {
				throw ex;
			}
			logger.info("Another process generated the keys in {} at the same time", this.directory);
		}
		force(this.directory.resolveSibling("."));
	}

	private static void delete(Path draft) throws IOException {
		try (Stream<Path> files = Files.list(draft)) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
		}
		Files.delete(draft);
	}

	// makes a new name survive a power cut; not every system can open a directory
	private static void force(Path directory) {
		try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
			channel.force(true);
		}
		catch (IOException ex) {
			logger.debug("Cannot force {} to disk", directory, ex);
		}
	}

}
