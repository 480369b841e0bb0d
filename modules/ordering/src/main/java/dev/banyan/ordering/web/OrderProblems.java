package dev.banyan.ordering.web;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

import dev.banyan.ordering.KeyReused;
import dev.banyan.ordering.OrderRefused;
import dev.banyan.ordering.PlacementUnderWay;
import dev.banyan.ordering.UnknownOrder;
import dev.banyan.runtime.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What went wrong, as problem details (RFC 9457).
 */
@RestControllerAdvice(basePackageClasses = OrderProblems.class)
class OrderProblems {

	private static final Logger logger = LoggerFactory.getLogger(OrderProblems.class);

	private static final String TYPE = "urn:banyan:ordering:";

	private static final String RETRY_SECONDS = "2";

	@ExceptionHandler
	ProblemDetail refused(OrderRefused ex) {
		HttpStatus status = switch (ex.reason()) {
			case OUT_OF_STOCK, NOT_CANCELLABLE -> HttpStatus.CONFLICT;
			case PAYMENT_DECLINED -> HttpStatus.PAYMENT_REQUIRED;
			case UNKNOWN_ITEM, UNKNOWN_CUSTOMER, UNKNOWN_GATEWAY, COUPON -> HttpStatus.UNPROCESSABLE_CONTENT;
		};
		String name = ex.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
		ProblemDetail problem = problem(status, name, String.valueOf(ex.getMessage()));
		if (!ex.itemIds().isEmpty()) {
			problem.setProperties(Map.of("items", ex.itemIds()));
		}
		return problem;
	}

	@ExceptionHandler
	ProblemDetail keyReused(KeyReused ex) {
		return problem(HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ProblemDetail invalid(InvalidField ex) {
		ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid-field", String.valueOf(ex.getMessage()));
		problem.setProperties(Map.of("field", ex.field()));
		return problem;
	}

	@ExceptionHandler
	ProblemDetail missing(MissingRequestHeaderException ex) {
		ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid-field", ex.getHeaderName() + " is needed.");
		problem.setProperties(Map.of("field", ex.getHeaderName()));
		return problem;
	}

	@ExceptionHandler
	ProblemDetail unreadable(HttpMessageNotReadableException ex) {
		return problem(HttpStatus.BAD_REQUEST, "unreadable", "The body is no JSON of an order.");
	}

	@ExceptionHandler
	ProblemDetail unknown(UnknownOrder ex) {
		return problem(HttpStatus.NOT_FOUND, "unknown-order", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> underWay(PlacementUnderWay ex) {
		return later(HttpStatus.CONFLICT, "under-way", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> failed(RuntimeException ex) {
		if (Unavailable.isPassing(ex)) {
			logger.warn("An order could not be placed: {}", ex.getMessage());
			return later(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Please try again.");
		}
		logger.error("An order failed", ex);
		return ResponseEntity.internalServerError()
			.body(problem(HttpStatus.INTERNAL_SERVER_ERROR, "failed", "The request could not be answered."));
	}

	@ExceptionHandler
	ProblemDetail refused(ErrorResponseException ex) {
		return ex.getBody();
	}

	private static ResponseEntity<ProblemDetail> later(HttpStatus status, String name, String detail) {
		return ResponseEntity.status(status)
			.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
			.body(problem(status, name, detail));
	}

	private static ProblemDetail problem(HttpStatus status, String name, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create(TYPE + name));
		return problem;
	}

}
