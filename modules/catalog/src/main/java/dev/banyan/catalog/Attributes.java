package dev.banyan.catalog;

import java.util.List;
import java.util.Optional;

import dev.banyan.runtime.RepeatSafe;

/**
 * The shop's attributes.
 */
public interface Attributes {

	/**
	 * Reads all attributes, by name.
	 * @return all of them, a few dozen
	 */
	@RepeatSafe
	List<Attribute> all();

	/**
	 * Reads an attribute.
	 * @param id the attribute
	 * @return the attribute, if there is one
	 */
	@RepeatSafe
	Optional<Attribute> attribute(long id);

	/**
	 * Adds or changes an attribute.
	 * @param attribute what it is from now on; id 0 adds it
	 * @return the attribute
	 * @throws AttributeRefused if its slug is taken, too long or reserved
	 */
	Attribute save(Attribute attribute);

	/**
	 * Deletes an attribute and its terms.
	 * @param id the attribute
	 */
	void delete(long id);

}
