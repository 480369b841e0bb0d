package shop.runtime;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Retention(RetentionPolicy.RUNTIME)
public @interface ConditionalOnProperty {

	String prefix() default "";

	String[] name() default {};

}
