package com.highstage.portal.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Remembers the queries that the portal really runs, with their values, and has the
 * database explain them.
 */
final class RecordedStatements implements BeanPostProcessor {

	private final Map<String, List<Object>> seen = new ConcurrentHashMap<>();

	private volatile boolean recording;

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (!(bean instanceof DataSource source)) {
			return bean;
		}
		return new DelegatingDataSource(source) {

			@Override
			public Connection getConnection() throws SQLException {
				return proxy(Connection.class, super.getConnection(), (call) -> connectionCall(call));
			}

		};
	}

	/**
	 * Runs something and remembers its queries.
	 * @param action what is done
	 * @return values by query
	 */
	Map<String, List<Object>> during(Runnable action) {
		this.seen.clear();
		this.recording = true;
		action.run();
		this.recording = false;
		return new LinkedHashMap<>(this.seen);
	}

	/**
	 * Has the database run a query once more and say how.
	 * @param jdbc the database
	 * @param sql the query
	 * @param values its values
	 * @return the plan, one line each
	 */
	static List<String> explain(JdbcClient jdbc, String sql, List<Object> values) {
		return jdbc.sql("explain (analyze, costs off, timing off, summary off) " + sql)
			.params(values)
			.query(String.class)
			.list();
	}

	private Call connectionCall(Call call) {
		if (call.method().getName().equals("prepareStatement") && call.result() instanceof PreparedStatement prepared) {
			String sql = ((String) call.arguments()[0]).strip();
			Map<Integer, Object> values = new TreeMap<>();
			return call.with(proxy(PreparedStatement.class, prepared, (each) -> {
				if (each.method().getName().startsWith("set") && each.arguments()[0] instanceof Integer place) {
					values.put(place, each.arguments()[1]);
				}
				else if (each.method().getName().equals("executeQuery") && this.recording) {
					this.seen.putIfAbsent(sql, List.copyOf(values.values()));
				}
				return each;
			}));
		}
		return call;
	}

	private static <T> T proxy(Class<T> type, T target, UnaryOperator<Call> seeing) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method,
				arguments) -> seeing.apply(new Call(method, arguments, invoke(target, method, arguments))).result()));
	}

	private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	/**
	 * A call and what it gave.
	 */
	private record Call(Method method, Object[] arguments, Object result) {

		Call with(Object other) {
			return new Call(this.method, this.arguments, other);
		}

	}

}
