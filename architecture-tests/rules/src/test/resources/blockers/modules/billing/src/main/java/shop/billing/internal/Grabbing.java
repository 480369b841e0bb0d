package shop.billing.internal;

import java.lang.invoke.MethodHandles;
import java.util.function.Function;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;

import shop.stock.Stock;
import shop.stock.internal.Item;
import shop.stock.internal.Shelf;

@DependsOn("shelf") // blocker: waits for another's bean
@Import(Shelf.class) // blocker: imports another's bean
class Grabbing<T extends Item> { // blocker: a bound that is internal

	@Autowired
	@Qualifier("shelf") // blocker: a field by another's name of a bean
	private Stock stock;

	Class<?> loaded() throws ClassNotFoundException {
		return Grabbing.class.getClassLoader().loadClass("shop.stock.internal.Item"); // blocker: a class by its loader
	}

	Class<?> found() throws ReflectiveOperationException {
		return MethodHandles.lookup().findClass("shop.stock.internal.Part"); // blocker: a class by a handle
	}

	Object array() {
		return new Item[1]; // blocker: an array of an internal class
	}

	String matched(Object any) {
		return switch (any) {
			case Item item -> item.toString(); // blocker: a pattern with an internal class
			default -> "";
		};
	}

	Function<Shelf, Object> function() { // blocker: a function of an internal class
		return (shelf) -> "";
	}

	boolean is(Class<?> type) {
		return type == Shelf.class; // blocker: a class literal
	}

	@Qualifier("ledger") // clean: its own name
	private Stock own;

}
