package dev.banyan.ordering.web;

/**
 * A field of a request is missing or out of range.
 */
class InvalidField extends RuntimeException {

	private final String field;

	InvalidField(String field, String rule) {
		super(field + " " + rule + ".");
		this.field = field;
	}

	String field() {
		return this.field;
	}

}
