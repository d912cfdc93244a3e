package com.highstage.portal.database;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstantiationAwareExtension;

import com.highstage.portal.database.Database.Kind;

/**
 * Repeats a test class for each {@link Kind} of database.
 */
class BothDatabases implements ClassTemplateInvocationContextProvider {

	@Override
	public boolean supportsClassTemplate(ExtensionContext context) {
		return true;
	}

	@Override
	public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
		return Stream.of(Kind.values()).map(On::new);
	}

	/**
	 * The run on one product.
	 *
	 * @param kind which
	 */
	private record On(Kind kind) implements ClassTemplateInvocationContext {

		@Override
		public String getDisplayName(int invocationIndex) {
			return this.kind.name();
		}

		@Override
		public List<Extension> getAdditionalExtensions() {
			return List.of(new Resolver(this.kind));
		}

	}

	/**
	 * Gives each test method its database, dropped at the method's end.
	 *
	 * @param kind which
	 */
	private record Resolver(Kind kind) implements ParameterResolver, TestInstantiationAwareExtension {

		@Override
		public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
			return ExtensionContextScope.TEST_METHOD;
		}

		@Override
		public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
			return parameter.getParameter().getType() == Database.class;
		}

		@Override
		public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
			return context.getStore(Namespace.create(Resolver.class))
				.computeIfAbsent(Database.class, (key) -> new Opened(open()), Opened.class)
				.database();
		}

		private Database open() {
			return (this.kind == Kind.H2) ? Embedded.newDatabase() : Postgres.newPooledDatabase();
		}

	}

	/**
	 * Closed by JUnit with the test method.
	 *
	 * @param database the method's database
	 */
	private record Opened(Database database) implements AutoCloseable {

		@Override
		public void close() {
			if (this.database.kind() == Kind.H2) {
				Embedded.drop(this.database);
			}
			else {
				Postgres.drop(this.database);
			}
		}

	}

}
