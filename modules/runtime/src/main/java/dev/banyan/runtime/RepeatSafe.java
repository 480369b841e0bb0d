package dev.banyan.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of a seam that may be delivered more than once: a read, or a write that
 * changes nothing when it is repeated. One that takes a caller-given key is so without
 * saying it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RepeatSafe {

}
