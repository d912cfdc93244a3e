package com.highstage.portal.microsoft.http;

import java.io.IOException;

import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Reads an answer as a whole, as long as it is not too large.
 */
final class AnswerLimit implements Interceptor {

	private final long largest;

	AnswerLimit(long largest) {
		this.largest = largest;
	}

	@Override
	public Response intercept(Chain chain) throws IOException {
		Response response = chain.proceed(chain.request());
		ResponseBody body = response.body();
		if (body != null && body.source().request(this.largest + 1)) {
			response.close();
			throw new AnswerTooLargeException();
		}
		return response;
	}

	static final class AnswerTooLargeException extends IOException {

		private static final long serialVersionUID = 1L;

		AnswerTooLargeException() {
			super("the answer is too large");
		}

	}

}
