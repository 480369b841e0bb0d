package dev.banyan.catalog;

/**
 * The category for products without one cannot be deleted.
 */
public class DefaultCategory extends RuntimeException {

}
