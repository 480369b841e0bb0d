package dev.banyan.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what of a module can be called, in this process or in another one; stands on the
 * module's root package. An interface there that is not named is a port: others implement
 * it in the module's own process.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Seams {

	/**
	 * The seams.
	 * @return interfaces of the package; no two methods of one have the same name and the
	 * same parameter names
	 */
	Class<?>[] value();

	/**
	 * What a call throws that was not answered.
	 * @return the module's own exception, made from a cause
	 */
	Class<? extends Unavailable> unavailable();

}
