package dev.banyan.inventory.web;

import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice("dev.banyan.inventory")
class StockProblems {

	@ExceptionHandler
	ProblemDetail refused(ErrorResponseException ex) {
		return ex.getBody();
	}

}
