package com.highstage.portal.account.web;

import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import com.highstage.portal.account.signin.VendorProperties;

import static org.assertj.core.api.Assertions.assertThat;

class DoorkeeperTests {

	private static final UUID VENDOR = UUID.fromString("41674167-0006-4000-8000-000000000006");

	@ParameterizedTest
	@ValueSource(strings = { "/operator", "/operator/customers/1" })
	void withoutAVendorThereIsNoDesk(String path) throws Exception {
		assertThat(knock(path, null).getStatus()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/operators", "/operator-s", "/Operator", "/" })
	void whatOnlyLooksLikeTheDeskDoesNotExist(String path) throws Exception {
		assertThat(knock(path, VENDOR).getStatus()).isEqualTo(404);
	}

	@Test
	void theDeskSendsToTheVendorsOrganisation() throws Exception {
		assertThat(knock("/operator/audit", VENDOR).getRedirectedUrl())
			.isEqualTo("/sign-in?organisation=" + VENDOR + "&then=%2Foperator%2Faudit");
	}

	@Test
	void customersAreSentToAnyOrganisation() throws Exception {
		assertThat(knock("/onboarding/plan", VENDOR).getRedirectedUrl())
			.isEqualTo("/sign-in?then=%2Fonboarding%2Fplan");
	}

	@Test
	void whoSignsInAgainComesBackToThePageInsteadOfAPartOfIt() throws Exception {
		assertThat(fetch("https://portal.example/operator?q=a+b&state=STUCK"))
			.isEqualTo("/sign-in?organisation=" + VENDOR + "&then=%2Foperator%3Fq%3Da%2Bb%26state%3DSTUCK");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://elsewhere.example//elsewhere.example", "no address at all", "mailto:a@b.example" })
	void aPageThatIsNoneOfOursLeadsToTheDesk(String shown) throws Exception {
		assertThat(fetch(shown)).isEqualTo("/sign-in?organisation=" + VENDOR + "&then=%2Foperator");
	}

	private static @Nullable String fetch(String shown) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/operator/rows");
		request.addHeader("HX-Request", "true");
		request.addHeader("HX-Current-URL", shown);
		return knock(request, VENDOR).getHeader("HX-Redirect");
	}

	private static MockHttpServletResponse knock(String path, @Nullable UUID vendor) throws Exception {
		return knock(new MockHttpServletRequest("GET", path), vendor);
	}

	private static MockHttpServletResponse knock(MockHttpServletRequest request, @Nullable UUID vendor)
			throws Exception {
		Doorkeeper doorkeeper = new Doorkeeper(
				new InterruptedForms(
						new StaticListableBeanFactory().getBeanProvider(RequestMappingHandlerMapping.class)),
				new VendorProperties(vendor));
		request.setServletPath(Objects.requireNonNull(request.getRequestURI()));
		MockHttpServletResponse response = new MockHttpServletResponse();
		doorkeeper.commence(request, response, new InsufficientAuthenticationException("nobody"));
		return response;
	}

}
