package shop.runtime;

public @interface Seams {

	Class<?>[] value();

}
