package com.highstage.portal.operator.web;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.Surfer;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.inbox.ReceivedMail;
import com.highstage.portal.site.Html;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class InvitingTests {

	private static final String OPERATOR = "operator@highstage.example";

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Traveller traveller;

	private Surfer operator;

	@BeforeEach
	void reset() {
		this.traveller.reset();
		Desktop.clear(this.jdbc);
		this.operator = new Surfer(this.portal.url()).signIn(OPERATOR);
	}

	@Test
	void theMailGoesOutAndThePageSaysWhatBecameOfIt() {
		everyLanguage(this.operator.open("/operator/invite"));
		this.operator.submit("/operator/invite", form(Map.of("mailboxes", "support@contoso.example")));
		assertThat(this.operator.path()).startsWith("/operator/invite?sent=");
		ReceivedMail mail = only("admin@contoso.example");
		assertThat(mail.text()).contains("/link/", "See you soon");
		// the mail is there before its delivery is noted
		Awaitility.await()
			.until(() -> this.operator.open(this.operator.path())
				.body()
				.contains("Mail to admin@contoso.example: sent "));
		assertThat(everyLanguage(this.operator).body()).contains("sent ", "Invite another customer");
	}

	@Test
	void aSecondPressInvitesNobodyTwice() {
		this.operator.open("/operator/invite");
		Map<String, String> form = form(Map.of("address", "twice@contoso.example"));
		this.operator.submit("/operator/invite", form);
		String path = this.operator.path();
		this.operator.open("/operator/invite").submit("/operator/invite", form);
		assertThat(this.operator.path()).isEqualTo(path);
		assertThat(customers()).isEqualTo(1);
		only("twice@contoso.example");
	}

	@Test
	void everyMistakeIsNamedAtItsFieldAndWhatWasTypedStays() {
		this.operator.open("/operator/invite");
		Map<String, String> form = form(Map.of("name", " ", "address", "nobody", "domain", "not a domain", "mailboxes",
				"kept@contoso.example, broken@", "personalLine", "see https://evil.example"));
		form.remove("protocols");
		this.operator.submit("/operator/invite", form);
		assertThat(this.operator.body()).contains("id=\"name-error\"", "id=\"address-error\"", "id=\"domain-error\"",
				"id=\"mailboxes-error\"", "id=\"personalLine-error\"", "Please choose at least one of IMAP",
				"kept@contoso.example", "not a domain", "see https://evil.example");
		assertThat(Html.errors(this.operator.body())).isEmpty();
		this.operator.submit("/operator/invite", form(Map.of("domain", "nobody-has-this.example")));
		assertThat(this.operator.body()).contains("No Microsoft organisation has this domain");
		assertThat(customers()).isZero();
	}

	@Test
	void aCustomerWhoIsThereAlreadyIsInvitedAgainOnlyIfTheOperatorSaysSo() {
		this.operator.open("/operator/invite").submit("/operator/invite", form(Map.of()));
		this.operator.open("/operator/invite").submit("/operator/invite", form(Map.of("name", "Contoso Nord")));
		assertThat(this.operator.body()).contains("This customer is there already", "Contoso Nord");
		assertThat(Html.errors(this.operator.body())).isEmpty();
		this.operator.submit("/operator/invite", form(Map.of("name", "Contoso Nord", "again", "true")));
		assertThat(this.operator.path()).startsWith("/operator/invite?sent=");
		assertThat(customers()).isEqualTo(1);
	}

	@Test
	void nothingIsLostWhenTheSignInEndsInTheMiddle() {
		this.operator.open("/operator/invite");
		this.jdbc.sql("update sign_in set ended_at = began_at").update();
		this.operator.submit("/operator/invite", form(Map.of("name", "Contoso Nord-Ost")));
		assertThat(this.operator.path()).isEqualTo("/operator/invite");
		assertThat(this.operator.body()).contains("Contoso Nord-Ost", "Your sign-in had ended");
		assertThat(customers()).isZero();
	}

	@Test
	void aViewerFindsNoSuchPage() {
		Surfer viewer = new Surfer(this.portal.url()).signIn("viewer@highstage.example");
		for (String page : List.of("/operator/invite", "/operator/import", "/operator/import/template.csv")) {
			assertThat(viewer.open(page).status()).as(page).isEqualTo(404);
		}
	}

	@Test
	void aListIsLookedAtThenConfirmedAndEverybodyGetsOneMail() {
		everyLanguage(this.operator.open("/operator/import"));
		this.operator.submit("/operator/import", Map.of("list", """
				Name;E-Mail;Kundennummer;Domain
				Contoso;list@contoso.example;K-1;contoso.example
				Contoso again;other@contoso.example;K-2;contoso.example
				;empty@fabrikam.example;K-3;
				Fabrikam;it@fabrikam.example;K-4;
				Nobody;it@nowhere.example;K-5;nobody-has-this.example
				"""));
		assertThat(this.operator.path()).startsWith("/operator/import?list=");
		assertThat(everyLanguage(this.operator).body()).contains("2 of 5 customers can be invited",
				"An earlier line has the same", "No Microsoft organisation has this domain", "name.</span>");
		assertThat(customers()).isZero();
		String list = this.operator.path().substring("/operator/import?list=".length());
		this.operator.submit("/operator/import/confirm", Map.of("list", list));
		this.operator.submit("/operator/import/confirm", Map.of("list", list));
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> customers() == 2);
		only("list@contoso.example");
		only("it@fabrikam.example");
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.operator.open("/operator/import?list=" + list).body().contains("The list is done"));
		assertThat(everyLanguage(this.operator).body()).contains("Invited: 2 of 2");
		this.operator.open("/operator/import").submit("/operator/import", Map.of("list", """
				name,address,reference
				Contoso,list@contoso.example,
				Other,other@fabrikam.example,K-4
				"""));
		assertThat(this.operator.body()).contains("0 of 2 customers can be invited", "This address was invited already",
				"A customer with this reference is there already");
	}

	@Test
	void aListThatCannotBeReadIsRefusedWithTheReason() {
		this.operator.open("/operator/import")
			.submit("/operator/import", Map.of("list", "Contoso,admin@contoso.example"));
		assertThat(this.operator.body()).contains("The first row has to name the columns");
		assertThat(this.operator.open("/operator/import?list=" + UUID.randomUUID()).status()).isEqualTo(404);
		this.operator.open("/operator/import")
			.submit("/operator/import/confirm", Map.of("list", UUID.randomUUID().toString()));
		assertThat(this.operator.status()).isEqualTo(404);
	}

	@Test
	void anUploadedFileIsReadAndOneThatIsTooLargeIsExplained() {
		HttpResponse<String> read = upload("/operator/import",
				"\uFEFFname;address\r\nContoso;admin@contoso.example\r\n");
		assertThat(read.headers().firstValue("Location").orElseThrow()).contains("/operator/import?list=");
		HttpResponse<String> large = upload("/operator/import", "x".repeat(1024 * 1024 + 1));
		assertThat(large.statusCode()).isEqualTo(200);
		assertThat(large.body()).contains("A list may have 1 MB");
		HttpResponse<String> huge = upload("/operator/import", "x".repeat(2_200_000));
		assertThat(huge.statusCode()).isBetween(400, 499);
	}

	@Test
	void aPastedListMayBeAsLargeAsAFile() {
		String mailboxes = "somebody@contoso.example ".repeat(800);
		StringBuilder list = new StringBuilder("name;address;mailboxes\r\n");
		for (int i = 0; list.length() < 900 * 1024; i++) {
			list.append("Contoso ").append(i).append(";admin").append(i).append("@contoso.example;");
			list.append(mailboxes.strip()).append("\r\n");
		}
		HttpResponse<String> read = send("/operator/import", list.toString(), "");
		assertThat(read.headers().firstValue("Location").orElse(read.body())).contains("/operator/import?list=");
		assertThat(send("/operator/import", "x".repeat(1024 * 1024 + 1), "").body()).contains("A list may have 1 MB");
		HttpResponse<String> huge = send("/operator/import", "x".repeat(3_200_000), "");
		assertThat(huge.statusCode()).isEqualTo(413);
		assertThat(huge.body()).contains("Error 413");
	}

	@Test
	void nothingIsUploadedAnywhereElse() {
		assertThat(upload("/operator/invite", "x").statusCode()).isEqualTo(415);
		assertThat(upload("/link", "x").statusCode()).isEqualTo(415);
	}

	private HttpResponse<String> upload(String path, String file) {
		return send(path, "", file);
	}

	private HttpResponse<String> send(String path, String pasted, String file) {
		this.operator.open("/operator/import");
		String csrf = this.operator.csrf().orElseThrow();
		String body = "--edge\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf
				+ "\r\n--edge\r\nContent-Disposition: form-data; name=\"list\"\r\n\r\n" + pasted
				+ "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
				+ "Content-Type: text/csv\r\n\r\n" + file + "\r\n--edge--\r\n";
		return this.operator.send(HttpRequest.newBuilder(this.portal.url().resolve(path))
			.header("Content-Type", "multipart/form-data; boundary=edge")
			.POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
	}

	private Map<String, String> form(Map<String, String> changed) {
		Map<String, String> form = new LinkedHashMap<>(Map.of("name", "Contoso", "reference", "K-1", "address",
				"admin@contoso.example", "language", "en", "protocols", "IMAP", "domain", "", "days", "30",
				"personalLine", "See you soon", "press", Desktop.press(this.operator)));
		form.put("mailboxes", "");
		form.putAll(changed);
		return form;
	}

	private int customers() {
		return this.jdbc.sql("select count(*) from customer").query(Integer.class).single();
	}

	private ReceivedMail only(String to) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.microsoft365.mails().stream().anyMatch((mail) -> mail.to().contains(to)));
		List<ReceivedMail> mails = this.microsoft365.mails().stream().filter((mail) -> mail.to().contains(to)).toList();
		assertThat(mails).hasSize(1);
		return mails.getFirst();
	}

	private static Surfer everyLanguage(Surfer surfer) {
		return Desktop.everyLanguage(surfer);
	}

}
