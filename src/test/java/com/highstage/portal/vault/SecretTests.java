package com.highstage.portal.vault;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Map;

import com.google.gson.Gson;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SecretTests {

	private static final String VALUE = "s3cret~value";

	private final Secret secret = Secret.of(VALUE);

	@Test
	void comesOutThroughExposeOnly() {
		assertThat(this.secret.<String>expose((value) -> value)).isEqualTo(VALUE);
	}

	@Test
	void doesNotPrintItself() {
		assertThat(String.valueOf(new Credential.ClientSecret(this.secret))).doesNotContain(VALUE);
	}

	@Test
	void isNotWrittenAsJson() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> JsonMapper.shared().writeValueAsString(Map.of("secret", this.secret)))
			.withMessageContaining("not written as JSON")
			.withMessageNotContaining(VALUE);
	}

	@Test
	void isNotReadFromJson() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> JsonMapper.shared().readValue("{\"value\":\"" + VALUE + "\"}", Secret.class));
	}

	@Test
	void isInvisibleToALibraryThatWritesFields() {
		assertThat(new Gson().toJson(this.secret)).doesNotContain(VALUE);
	}

	@Test
	void isNotSerialized() throws Exception {
		try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
			assertThatExceptionOfType(NotSerializableException.class).isThrownBy(() -> out.writeObject(this.secret));
		}
	}

	@Test
	void canBeASetting() {
		Binder binder = new Binder(new MapConfigurationPropertySource(Map.of("portal.password", VALUE)));
		Secret bound = binder.bind("portal.password", Secret.class).get();
		assertThat(bound.<String>expose((value) -> value)).isEqualTo(VALUE);
	}

}
