package com.highstage.portal.microsoft;

import java.util.Locale;
import java.util.Set;

/**
 * What can stand in the way of a connection, each with the codes by which Microsoft, or
 * this module where Microsoft said nothing, names it. The words are the messages
 * {@code explain.<key>.*}.
 *
 * @see <a href=
 * "https://learn.microsoft.com/entra/identity-platform/reference-error-codes">Microsoft
 * Entra authentication and authorization error codes</a>
 * @see <a href="https://learn.microsoft.com/graph/errors">Microsoft Graph error
 * responses</a>
 */
public enum Cause {

	/** A secret that is not this application's. */
	WRONG_SECRET("AADSTS7000215"),

	/** A secret that has ended. */
	SECRET_EXPIRED("AADSTS7000222"),

	/** A certificate that is not this application's. */
	CERTIFICATE_UNKNOWN("AADSTS700027"),

	/** No such application in the organisation. */
	APPLICATION_UNKNOWN("AADSTS700016"),

	/** A registration without enterprise application. */
	NO_ENTERPRISE_APPLICATION("AADSTS7000229"),

	/** The application was switched off. */
	APPLICATION_DISABLED("AADSTS7000112"),

	/** No such organisation, or one of another national cloud. */
	ORGANISATION_UNKNOWN("AADSTS90002", "AADSTS900023", "AADSTS90038"),

	/** Nobody consented to the permissions yet. */
	CONSENT_MISSING("AADSTS65001", "consent_required"),

	/** Somebody pressed Cancel on Microsoft's page. */
	CONSENT_DECLINED("AADSTS65004", "access_denied"),

	/** The organisation has no Exchange Online. */
	NO_EXCHANGE_ONLINE("AADSTS500011", "AADSTS650052", "AADSTS500014", "NoExchangeOnline"),

	/** The registration lacks the permissions. */
	PERMISSION_NOT_DECLARED("AADSTS650057"),

	/** A Conditional Access rule. */
	CONDITIONAL_ACCESS("AADSTS53003", "AADSTS530032"),

	/** The person must prove their identity in a second way. */
	MULTI_FACTOR_NEEDED("AADSTS50072", "AADSTS50074", "AADSTS50076", "AADSTS50079"),

	/** The person's device must be managed by the organisation. */
	MANAGED_DEVICE_NEEDED("AADSTS53000", "AADSTS53001", "AADSTS53002"),

	/** A guest, or an account of another organisation. */
	OTHER_ORGANISATIONS_ACCOUNT("AADSTS50020", "AADSTS50177", "AADSTS90072"),

	/** Only people who are assigned to the application may use it. */
	ASSIGNMENT_REQUIRED("AADSTS50105"),

	/** Only an administrator may allow this. */
	APPROVAL_NEEDED("AADSTS90093", "AADSTS90094", "AADSTS90095"),

	/** The portal's address is not registered with the application. */
	REDIRECT_ADDRESS_MISSING("AADSTS50011", "AADSTS500113"),

	/** Microsoft asks the portal to slow down. */
	TOO_MANY_REQUESTS("AADSTS50196", "Http429", "TooManyRequests"),

	/** Microsoft is busy or out of order. */
	MICROSOFT_BUSY("AADSTS50033", "AADSTS90024", "AADSTS90033", "AADSTS90090", "MailServerBusy"),

	/** The person's role does not suffice, or was not activated. */
	ROLE_TOO_SMALL("Authorization_RequestDenied", "RoleTooSmall"),

	/** A policy forbids secrets. */
	SECRETS_FORBIDDEN("CredentialTypeNotAllowedAsPerAppPolicy"),

	/** A policy wants secrets with a shorter life. */
	SECRET_LIVES_TOO_LONG("CredentialInvalidLifetimeAsPerAppPolicy"),

	/** Another policy for applications. */
	FORBIDDEN_BY_POLICY(),

	/** The directory is full. */
	DIRECTORY_FULL("Directory_QuotaExceeded"),

	/** The same thing was made by somebody else at the same moment. */
	MADE_TWICE("Request_MultipleObjectsWithSameKeyValue", "AlreadyExists"),

	/** Something new has not reached all of Microsoft's servers yet. */
	STILL_SPREADING("NoBackingApplicationObject"),

	/** Something is not there any more. */
	NOT_FOUND("Request_ResourceNotFound", "Directory_ObjectNotFound"),

	/** It is not known whether it happened. */
	NO_CLEAR_ANSWER("Timeout", "ConnectionLost"),

	/** There was no connection to Microsoft. */
	NOT_REACHABLE("NotReachable"),

	/** The answer did not come from Microsoft, or was damaged. */
	STRANGE_ANSWER("UnreadableAnswer"),

	/** The sign-in has ended. */
	SIGN_IN_ENDED("NoToken", "InvalidAuthenticationToken", "AADSTS54005", "AADSTS50058", "AADSTS70008",
			"login_required"),

	/** The organisation wants the person to sign in again, and better. */
	STRONGER_SIGN_IN("ClaimsChallenge", "interaction_required"),

	/** The portal has too much to do for this organisation at once. */
	PORTAL_BUSY("PortalBusy"),

	/** The person's role does not suffice in Exchange. */
	EXCHANGE_ROLE_TOO_SMALL("ExchangeRoleTooSmall"),

	/** The person's role was activated after the sign-in, or is still spreading. */
	ROLE_NOT_ACTIVE("RoleNotActive"),

	/** Exchange knows the application under an Object ID that is not its own. */
	WRONG_OBJECT_ID(),

	/** Exchange does not know the application. */
	NOT_REGISTERED_IN_EXCHANGE("NotRegisteredInExchange"),

	/** Exchange knows a former or a second application under the name of ours. */
	OTHER_APPLICATION_REGISTERED(),

	/** The application may not open the mailbox: FullAccess is missing. */
	MAILBOX_NOT_OPENED(),

	/** The application may not send in the mailbox's name: SendAs is missing. */
	MAY_NOT_SEND(),

	/** IMAP or POP is off for the mailbox. */
	PROTOCOL_OFF(),

	/** SMTP AUTH is off for the mailbox or the organisation. */
	SMTP_OFF(),

	/** No such mailbox. */
	MAILBOX_UNKNOWN("MailboxUnknown"),

	/** A secret or certificate that worked is no longer there. */
	SECRET_REMOVED(),
	/** A permission that was granted no longer is. */
	CONSENT_WITHDRAWN(),
	/** An application that worked is no longer there, or half of it. */
	APPLICATION_DELETED(),
	/** Exchange knew the application, and no longer does. */
	REGISTRATION_REMOVED(),
	/** A mailbox that was open no longer is. */
	ACCESS_TAKEN(),
	/** A mailbox has another primary address than it had; the code is the new one. */
	MAILBOX_RENAMED(),
	/** A mailbox that opened is no longer there. */
	MAILBOX_DELETED(),

	/** A delegated permission was chosen instead of an application permission. */
	DELEGATED_INSTEAD(),

	/** The token is for another service than Exchange Online. */
	WRONG_AUDIENCE(),

	/** The token is another application's or another organisation's. */
	OTHER_SERVICE_PRINCIPAL(),

	/** A mail server refused a login, and nothing tells why. */
	LOGIN_REFUSED(),

	/** Granted permissions are missing in tokens for longer than is usual. */
	ROLES_NOT_SPREAD(),

	/** No connection to a mail server, or no answer. */
	MAIL_SERVER_NOT_REACHABLE("MailServerNotReachable", "MailServerTimeout", "MailConnectionLost"),

	/** A mail server's certificate is not trusted, or it offers no encryption. */
	MAIL_SERVER_NOT_TRUSTED("MailServerNotTrusted"),

	/** Microsoft refused for a reason that is not in this catalogue. */
	REFUSED(),

	/** Microsoft did not accept what the portal sent. */
	UNEXPECTED();

	private final Set<String> codes;

	Cause(String... codes) {
		this.codes = Set.of(codes);
	}

	/**
	 * The part of the message keys that names this cause.
	 * @return lower-case words with hyphens
	 */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	Set<String> codes() {
		return this.codes;
	}

}
