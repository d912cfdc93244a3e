package com.highstage.portal.onboarding.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.mailbox.PastedMailboxes;
import com.highstage.portal.mailbox.PastedMailboxes.Piece;
import com.highstage.portal.mailbox.PastedMailboxes.Verdict;

/**
 * A text that holds mail addresses and nothing else; may be empty.
 */
@Constraint(validatedBy = MailboxText.Reader.class)
@Target({ ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
public @interface MailboxText {

	/**
	 * The words for a text that holds something else.
	 * @return a message key in braces
	 */
	String message() default "{form.mailboxes.wrong}";

	/**
	 * When to check.
	 * @return groups of constraints
	 */
	Class<?>[] groups() default {};

	/**
	 * What clients attach.
	 * @return payloads
	 */
	Class<? extends Payload>[] payload() default {};

	/**
	 * Names the first address that is none.
	 */
	final class Reader implements ConstraintValidator<MailboxText, String> {

		@Override
		public boolean isValid(@Nullable String pasted, ConstraintValidatorContext context) {
			List<Piece> pieces = PastedMailboxes.parse((pasted != null) ? pasted : "").pieces();
			if (pieces.stream().anyMatch((piece) -> piece.verdict() == Verdict.TOO_MANY)) {
				context.disableDefaultConstraintViolation();
				context.buildConstraintViolationWithTemplate("{form.mailboxes.many}").addConstraintViolation();
				return false;
			}
			return pieces.stream()
				.filter((piece) -> piece.verdict() == Verdict.NO_ADDRESS)
				.findFirst()
				.map((wrong) -> refuse(wrong, context))
				.orElse(true);
		}

		private static boolean refuse(Piece wrong, ConstraintValidatorContext context) {
			context.unwrap(HibernateConstraintValidatorContext.class).addMessageParameter("address", wrong.text());
			return false;
		}

	}

}
