package dev.banyan.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.banyan.runtime.RepeatSafe;

/**
 * Categories, tags, brands, shipping classes and the terms of attributes.
 */
public interface Terms {

	/**
	 * Lists terms.
	 * @param taxonomy the kind of terms
	 * @param query which ones
	 * @return the terms asked for
	 */
	@RepeatSafe
	Slice<Term> find(Taxonomy taxonomy, TermQuery query);

	/**
	 * Reads a term.
	 * @param taxonomy its kind
	 * @param id the term
	 * @return the term, if there is one of that kind
	 */
	@RepeatSafe
	Optional<Term> term(Taxonomy taxonomy, long id);

	/**
	 * Reads a term by its slug.
	 * @param taxonomy its kind
	 * @param slug its slug
	 * @return the term, if there is one
	 */
	@RepeatSafe
	Optional<Term> bySlug(Taxonomy taxonomy, String slug);

	/**
	 * Finds terms by their names or slugs, and makes those that are missing.
	 * @param taxonomy the kind of terms
	 * @param names the names
	 * @return a term per name
	 */
	@RepeatSafe
	Map<String, Term> named(Taxonomy taxonomy, Set<String> names);

	/**
	 * Adds a term.
	 * @param taxonomy its kind
	 * @param content what it is
	 * @return the new term
	 * @throws TermExists if the name is taken under the same parent, or the given slug
	 * @throws UnknownParentTerm if the parent does not exist
	 */
	Term add(Taxonomy taxonomy, TermContent content);

	/**
	 * Changes a term.
	 * @param term the term as it was read
	 * @param content what it is from now on
	 * @return the changed term
	 * @throws TermExists if the given slug is taken
	 * @throws UnknownParentTerm if the parent does not exist
	 */
	Term change(Term term, TermContent content);

	/**
	 * Deletes a term; what was filed under it loses it, terms below it move up.
	 * @param term the term
	 * @throws DefaultCategory if it is the one for products without a category
	 */
	void delete(Term term);

	/**
	 * A slug that is free.
	 * @param taxonomy the kind of terms
	 * @param name the name it is derived from
	 * @return the slug
	 */
	@RepeatSafe
	String freeSlug(Taxonomy taxonomy, String name);

}
