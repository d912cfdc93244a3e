package com.highstage.portal.onboarding.web.plan;

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

/**
 * A text that holds mail addresses and nothing else; may be empty.
 */
@Constraint(validatedBy = MailboxList.Reader.class)
@Target({ ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@interface MailboxList {

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
	final class Reader implements ConstraintValidator<MailboxList, String> {

		private static final int SHOWN = 60;

		@Override
		public boolean isValid(@Nullable String pasted, ConstraintValidatorContext context) {
			if (Addresses.in(pasted).size() > Addresses.MOST) {
				context.disableDefaultConstraintViolation();
				context.buildConstraintViolationWithTemplate("{form.mailboxes.many}").addConstraintViolation();
				return false;
			}
			List<String> unusable = Addresses.unusable(pasted);
			if (unusable.isEmpty()) {
				return true;
			}
			String first = unusable.getFirst();
			context.unwrap(HibernateConstraintValidatorContext.class)
				.addMessageParameter("address", first.substring(0, Math.min(SHOWN, first.length())));
			return false;
		}

	}

}
