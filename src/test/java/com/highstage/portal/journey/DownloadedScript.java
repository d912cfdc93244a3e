package com.highstage.portal.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.microsoft.playwright.Download;

import com.highstage.portal.mailbox.Scripts.Script;

/**
 * The script for the mailboxes, as it arrives on an administrator's disk.
 */
final class DownloadedScript {

	private DownloadedScript() {
	}

	static Script by(Administrator admin) throws IOException, NoSuchAlgorithmException {
		Download download = admin.page()
			.waitForDownload(() -> admin.page().locator("a[href='/onboarding/mailboxes/script.ps1']").click());
		byte[] bytes = Files.readAllBytes(download.path());
		String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		return new Script(download.suggestedFilename(), new String(bytes, StandardCharsets.US_ASCII), sum);
	}

}
