package com.highstage.portal.handover.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The document is written by hand; here it is compared with the code.
 */
class OpenApiDocumentTests {

	private static final List<Class<?>> CONTROLLERS = List.of(HandoverConnectionsController.class,
			HandoverKeysController.class, DocumentController.class);

	private static final JsonNode DOCUMENT = document();

	private static JsonNode document() {
		try (InputStream in = OpenApiDocumentTests.class.getResourceAsStream("/openapi/handover-v1.json")) {
			return JsonMapper.shared().readTree(in);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	void namesEveryRouteAndNoOther() {
		Set<String> documented = new TreeSet<>();
		DOCUMENT.path("paths")
			.propertyStream()
			.forEach((path) -> path.getValue()
				.propertyNames()
				.forEach((method) -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
		assertThat(documented).isEqualTo(CONTROLLERS.stream()
			.flatMap((controller) -> Arrays.stream(controller.getDeclaredMethods())
				.flatMap((method) -> routes(controller, method)))
			.collect(Collectors.toCollection(TreeSet::new)));
	}

	private static Stream<String> routes(Class<?> controller, Method method) {
		RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
		if (mapping == null) {
			return Stream.empty();
		}
		RequestMapping all = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
		String base = (all != null) ? all.path()[0] : "";
		String path = (mapping.path().length > 0) ? mapping.path()[0] : "";
		return Arrays.stream(mapping.method()).map(RequestMethod::name).map((verb) -> verb + " " + base + path);
	}

	@Test
	void namesTheParametersOfTheFeed() {
		List<String> parameters = new ArrayList<>();
		for (Method method : HandoverConnectionsController.class.getDeclaredMethods()) {
			Arrays.stream(method.getParameters())
				.filter((parameter) -> parameter.isAnnotationPresent(RequestParam.class))
				.forEach((parameter) -> parameters.add(parameter.getName() + "="
						+ parameter.getAnnotation(RequestParam.class).defaultValue().replaceAll("\\D", "")));
		}
		assertThat(DOCUMENT.at("/paths/~1api~1v1~1connections/get/parameters")
			.valueStream()
			.map((one) -> one.path("name").asString() + "=" + one.at("/schema/default").asString("")))
			.containsExactlyElementsOf(parameters);
	}

	static Stream<Arguments> schemas() {
		return Stream.of(Arguments.of("Page", Shown.Page.class), Arguments.of("Connection", Shown.Connection.class),
				Arguments.of("Mailbox", Shown.Mailbox.class), Arguments.of("RecipientKeys", Shown.RecipientKeys.class),
				Arguments.of("RecipientKey", Shown.RecipientKey.class),
				Arguments.of("SigningKeys", Shown.SigningKeys.class),
				Arguments.of("SigningKey", Shown.SigningKey.class),
				Arguments.of("Acknowledgement", HandoverConnectionsController.AcknowledgementBody.class),
				Arguments.of("Report", HandoverConnectionsController.ReportBody.class),
				Arguments.of("Answer", HandoverKeysController.AnswerBody.class));
	}

	@ParameterizedTest
	@MethodSource("schemas")
	void eachSchemaIsWhatTheCodeReadsOrWrites(String name, Class<?> type) {
		JsonNode properties = DOCUMENT.at("/components/schemas/" + name + "/properties");
		assertThat(properties.propertyStream().map((one) -> one.getKey() + " " + kind(one.getValue())))
			.containsExactlyElementsOf(Arrays.stream(type.getRecordComponents())
				.map((one) -> one.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT) + " " + kind(one))
				.toList());
	}

	private static String kind(JsonNode schema) {
		JsonNode type = schema.path("type");
		return type.isArray() ? type.path(0).asString() : type.asString("object");
	}

	private static String kind(RecordComponent component) {
		return switch (component.getType().getSimpleName()) {
			case "long", "Long" -> "integer";
			case "boolean" -> "boolean";
			case "List" -> "array";
			default -> "string";
		};
	}

	@Test
	void everyReferenceLeadsSomewhere() {
		assertThat(DOCUMENT.findValues("$ref")).isNotEmpty()
			.allSatisfy((reference) -> assertThat(DOCUMENT.at(reference.asString().substring(1)).isMissingNode())
				.as(reference.asString())
				.isFalse());
	}

	@Test
	void everyProblemIsOneOfRfc9457() {
		DOCUMENT.at("/components/responses")
			.forEach((answer) -> assertThat(answer.at("/content/application~1problem+json/schema/$ref").asString())
				.isEqualTo("#/components/schemas/Problem"));
	}

}
