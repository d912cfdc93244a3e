package com.highstage.portal.account;

import jakarta.servlet.http.HttpServletRequest;

import com.highstage.portal.site.LocalPath;

/**
 * Tells which link brought somebody here; implemented where links are made.
 */
public interface SignInOrigins {

	/**
	 * Finds the link of a browser that has just come back from Microsoft, and notes where
	 * it is noted who came by it.
	 * @param request the request that brought Microsoft's answer
	 * @param person who signed in
	 * @return how the person came
	 */
	Origin arrive(HttpServletRequest request, Person person);

	/**
	 * How somebody came.
	 */
	sealed interface Origin {

		/**
		 * Without a link that can be used, or by one that does not matter to the sign-in.
		 */
		record Alone() implements Origin {

		}

		/**
		 * By a link that could still be used when the sign-in was noted as come from it;
		 * the sign-in ends when the link is taken back.
		 */
		record Link() implements Origin {

		}

		/**
		 * With a link that is for another organisation; nothing came of it.
		 *
		 * @param page the page that says so
		 */
		record Elsewhere(LocalPath page) implements Origin {

		}

	}

}
