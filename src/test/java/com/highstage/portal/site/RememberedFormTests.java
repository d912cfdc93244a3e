package com.highstage.portal.site;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RememberedFormTests {

	@Test
	void typedValuesComeBackAsTheFormTheyBelongTo() {
		RememberedForm typed = new RememberedForm(Map.of("name", List.of("O'Neill & <Søn>"), "days", List.of("90"),
				"kinds", List.of("IMAP", "POP"), "unknown", List.of("x")));
		assertThat(typed.bind(Form.class)).contains(new Form("O'Neill & <Søn>", 90, Set.of(Kind.IMAP, Kind.POP), null));
	}

	@Test
	void oneChoiceOfSeveralIsASetOfOne() {
		RememberedForm typed = new RememberedForm(Map.of("name", List.of("a"), "kinds", List.of("POP")));
		assertThat(typed.bind(Form.class)).contains(new Form("a", null, Set.of(Kind.POP), null));
	}

	@Test
	void noChoiceIsAnEmptySet() {
		RememberedForm typed = new RememberedForm(Map.of("name", List.of("a")));
		assertThat(typed.bind(Form.class)).contains(new Form("a", null, Set.of(), null));
	}

	@Test
	void valuesThatDoNotFitAreForgotten() {
		assertThat(new RememberedForm(Map.of("name", List.of("a"), "days", List.of("many"))).bind(Form.class))
			.isEmpty();
	}

	enum Kind {

		IMAP, POP

	}

	record Form(String name, @Nullable Integer days, Set<Kind> kinds, @Nullable String seen) {

	}

}
