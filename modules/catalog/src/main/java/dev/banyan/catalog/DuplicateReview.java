package dev.banyan.catalog;

/**
 * The same reviewer has said the same of the product before.
 */
public class DuplicateReview extends RuntimeException {

}
