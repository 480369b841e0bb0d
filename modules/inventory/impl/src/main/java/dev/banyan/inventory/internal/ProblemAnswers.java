package dev.banyan.inventory.internal;

import java.net.URI;
import java.util.Map;

import dev.banyan.inventory.OutOfStock;
import dev.banyan.inventory.ReservationReleased;
import dev.banyan.inventory.remote.InventoryProblems;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice("dev.banyan.inventory")
class ProblemAnswers {

	@ExceptionHandler
	ProblemDetail outOfStock(OutOfStock ex) {
		return problem(InventoryProblems.OUT_OF_STOCK, ex, Map.of("itemIds", ex.itemIds()));
	}

	@ExceptionHandler
	ProblemDetail released(ReservationReleased ex) {
		return problem(InventoryProblems.RESERVATION_RELEASED, ex, Map.of("reservation", ex.reservation()));
	}

	@ExceptionHandler
	ProblemDetail refused(ErrorResponseException ex) {
		return ex.getBody();
	}

	private static ProblemDetail problem(String type, RuntimeException ex, Map<String, Object> properties) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(ex.getMessage()));
		problem.setType(URI.create(type));
		problem.setProperties(properties);
		return problem;
	}

}
