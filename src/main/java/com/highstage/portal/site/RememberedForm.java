package com.highstage.portal.site;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.ResolvableType;
import org.springframework.validation.DataBinder;

/**
 * What somebody typed into a form whose sign-in had ended when it was sent. After the
 * next sign-in the form's page is opened again; its controller takes an
 * {@code Optional<RememberedForm>} argument and shows the values instead of the defaults:
 * <pre class="code">
 * &#64;GetMapping("/onboarding/plan")
 * String show(Person person, Optional&lt;RememberedForm&gt; typed, Model model) {
 *     model.addAttribute("form", typed.flatMap((form) -> form.bind(PlanForm.class)).orElseGet(() -> defaults(person)));
 *     return "onboarding/plan";
 * }
 * </pre> It is given once, and to the page to which the form would have been sent.
 * Nothing is done with the values until somebody sends them again.
 *
 * @param fields the values by field name, without secrets
 */
public record RememberedForm(Map<String, List<String>> fields) {

	public RememberedForm {
		fields = Map.copyOf(fields);
	}

	/**
	 * Binds the values as a form would be bound.
	 * @param <T> the type of the form
	 * @param type the type of the form
	 * @return the form, or empty if the values do not fit it
	 */
	public <T> Optional<T> bind(Class<T> type) {
		DataBinder binder = new DataBinder(null);
		binder.setTargetType(ResolvableType.forClass(type));
		binder.setConversionService(ApplicationConversionService.getSharedInstance());
		binder.construct(new Values());
		if (binder.getTarget() == null || binder.getBindingResult().hasErrors()) {
			return Optional.empty();
		}
		MutablePropertyValues values = new MutablePropertyValues();
		this.fields.forEach((name, typed) -> values.add(name, typed.toArray(String[]::new)));
		if (!type.isRecord()) {
			binder.bind(values);
		}
		return Optional.of(type.cast(binder.getTarget()));
	}

	private final class Values implements DataBinder.ValueResolver {

		@Override
		public @Nullable Object resolveValue(String name, Class<?> type) {
			List<String> typed = RememberedForm.this.fields.get(name);
			if (typed == null) {
				return Collection.class.isAssignableFrom(type) ? List.of() : null;
			}
			return (typed.size() == 1) ? typed.getFirst() : typed.toArray(String[]::new);
		}

		@Override
		public Set<String> getNames() {
			return RememberedForm.this.fields.keySet();
		}

	}

}
