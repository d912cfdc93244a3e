package com.highstage.portal.vault;

/**
 * Message authentication (HMAC-SHA-256) under a key that only the portal has, so that
 * whoever can write to the database cannot make up what is stored there.
 */
public interface Hmacs {

	/**
	 * Authenticates a message with the newest key.
	 * @param message the exact bytes
	 * @return its tag
	 */
	Tag tag(byte[] message);

	/**
	 * Compares a message with the tag it was stored with.
	 * @param tag the tag, possibly made with an older key
	 * @param message the exact bytes
	 * @return what came out
	 */
	Verdict compare(Tag tag, byte[] message);

	/**
	 * An authentication tag.
	 *
	 * @param keyId which key made it
	 * @param value 64 hexadecimal digits
	 */
	record Tag(String keyId, String value) {

	}

	/**
	 * What a comparison can come to.
	 */
	enum Verdict {

		/** The message is the one that was authenticated. */
		FITS,

		/** Message or tag were changed. */
		DIFFERS,

		/** The portal no longer has, or never had, the tag's key. */
		UNKNOWN_KEY

	}

}
