package com.highstage.portal.onboarding.work;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.config.BeanPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what Microsoft has answered to a call back.
 */
class HeldCalls implements BeanPostProcessor {

	private final Class<?> port;

	private volatile String call = "";

	private volatile CountDownLatch held = new CountDownLatch(0);

	private volatile CountDownLatch free = new CountDownLatch(0);

	HeldCalls(Class<?> port) {
		this.port = port;
	}

	void hold(String name) {
		this.held = new CountDownLatch(1);
		this.free = new CountDownLatch(1);
		this.call = name;
	}

	void awaitHeld() throws InterruptedException {
		assertThat(this.held.await(60, TimeUnit.SECONDS)).as(this.call).isTrue();
	}

	void letGo() {
		this.call = "";
		this.free.countDown();
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (!this.port.isInstance(bean)) {
			return bean;
		}
		return Proxy.newProxyInstance(this.port.getClassLoader(), new Class<?>[] { this.port },
				(proxy, method, arguments) -> {
					try {
						Object answer = method.invoke(bean, arguments);
						if (method.getName().equals(this.call)) {
							this.held.countDown();
							this.free.await();
						}
						return answer;
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

}
