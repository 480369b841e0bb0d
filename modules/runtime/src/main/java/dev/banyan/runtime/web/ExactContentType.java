package dev.banyan.runtime.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.CloseNowException;

/**
 * Sends a content type as it is given. Tomcat otherwise takes it apart and writes it
 * without the space that WordPress has before the charset, which clients that compare
 * texts would notice.
 */
public final class ExactContentType extends ValveBase {

	private static final String RESPONSE = ExactContentType.class.getName();

	ExactContentType() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		request.setAttribute(RESPONSE, response);
		getNext().invoke(request, response);
	}

	/**
	 * Sets the content type of an answer that is not yet committed.
	 * @param request the request that is answered
	 * @param contentType the header's value
	 */
	public static void set(HttpServletRequest request, String contentType) {
		if (request.getAttribute(RESPONSE) instanceof Response response) {
			response.getCoyoteResponse().setContentTypeNoCharset(contentType);
		}
	}

	/**
	 * Closes the client's connection in the middle of an answer, so that the client does
	 * not take it for the whole one.
	 * @param request the request that is answered
	 */
	public static void breakOff(HttpServletRequest request) {
		if (request.getAttribute(RESPONSE) instanceof Response response) {
			response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new CloseNowException());
		}
	}

}
