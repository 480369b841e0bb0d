package dev.banyan.taxes;

import java.util.List;
import java.util.Optional;

import dev.banyan.runtime.RepeatSafe;

/**
 * The tax classes of the shop: the standard one, which cannot be removed, and more.
 */
public interface TaxClasses {

	/**
	 * All classes.
	 * @return the standard one, then the others by slug
	 */
	@RepeatSafe
	List<TaxClass> all();

	/**
	 * Finds a class.
	 * @param slug its slug
	 * @return the class, empty if there is none
	 */
	@RepeatSafe
	Optional<TaxClass> find(String slug);

	/**
	 * Stores a class; its slug is made from its name. A repeated call fails.
	 * @param name its name, not blank
	 * @return the class
	 * @throws TaxClassExists if there is one of that slug
	 */
	TaxClass add(String name);

	/**
	 * Removes a class with its rates. May be repeated.
	 * @param slug its slug
	 */
	@RepeatSafe
	void remove(String slug);

}
