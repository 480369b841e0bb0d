package dev.banyan.legacy.protocol;

/**
 * Answers a request of one declared endpoint.
 */
@FunctionalInterface
public interface Handler {

	/**
	 * Answers a request whose parameters are validated and sanitised and whose caller is
	 * permitted.
	 * @param request the request
	 * @return the answer
	 * @throws RestError to answer with an error
	 */
	Answer handle(RestRequest request);

}
