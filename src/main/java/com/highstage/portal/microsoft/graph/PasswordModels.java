package com.highstage.portal.microsoft.graph;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

import com.microsoft.graph.applications.item.addpassword.AddPasswordPostRequestBody;
import com.microsoft.graph.applications.item.removepassword.RemovePasswordPostRequestBody;
import com.microsoft.graph.models.PasswordCredential;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.NewPassword;
import com.highstage.portal.vault.Secret;

/**
 * Secrets in the words of Microsoft's library.
 */
final class PasswordModels {

	private PasswordModels() {
	}

	static AddPasswordPostRequestBody add(String displayName, Instant expiresAt) {
		PasswordCredential wanted = new PasswordCredential();
		wanted.setDisplayName(displayName);
		wanted.setEndDateTime(expiresAt.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
		AddPasswordPostRequestBody body = new AddPasswordPostRequestBody();
		body.setPasswordCredential(wanted);
		return body;
	}

	static RemovePasswordPostRequestBody remove(UUID keyId) {
		RemovePasswordPostRequestBody body = new RemovePasswordPostRequestBody();
		body.setKeyId(keyId);
		return body;
	}

	static @Nullable NewPassword read(@Nullable PasswordCredential made) {
		if (made == null || made.getSecretText() == null || made.getSecretText().isBlank()) {
			return null;
		}
		return new NewPassword(Objects.requireNonNull(made.getKeyId()), Secret.of(made.getSecretText()),
				made.getEndDateTime().toInstant());
	}

	/**
	 * Graph answers 400 when a secret is no longer there (seen in the field).
	 * @param failure why it could not be removed
	 * @return true if there is nothing to remove
	 */
	static boolean isAlreadyRemoved(Failure failure) {
		return failure.kind() == Failure.Kind.NOT_FOUND
				|| (failure.status() == 400 && (failure.message().contains("No password credential found")
						|| failure.message().contains("No credentials found")));
	}

}
