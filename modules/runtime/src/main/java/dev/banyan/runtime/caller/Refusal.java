package dev.banyan.runtime.caller;

/**
 * Why credentials were not accepted. The gateway only notes it; the face answers with it.
 *
 * @param status the HTTP status to answer with
 * @param code the machine-readable code in the words of the API that was called
 * @param message the sentence for a person
 */
public record Refusal(int status, String code, String message) {
}
