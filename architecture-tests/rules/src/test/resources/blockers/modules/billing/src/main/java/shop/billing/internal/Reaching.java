package shop.billing.internal;

import java.io.InputStream;
import java.util.List;
import java.util.ResourceBundle;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;

import shop.stock.Stock;
import shop.stock.internal.Item;
import shop.stock.internal.Part;
import shop.stock.internal.Shelf;

import static shop.stock.internal.Item.MOST;

@ComponentScan("shop.stock") // blocker: scans another module
class Reaching {

	private final ObjectProvider<Part> parts; // blocker: a bean asked for by its internal class

	Reaching(ObjectProvider<Part> parts, // blocker: a bean asked for by its internal class
			@Qualifier("shelf") Stock stock) { // blocker: a bean asked for by its internal name
		this.parts = parts;
	}

	int call() {
		return Shelf.shared().level(1); // blocker: a call of another's internal class
	}

	int most() {
		return Item.MOST; // blocker: a constant of an internal class
	}

	int most(String text) {
		return MOST; // blocker: a constant that is imported from an internal class
	}

	java.util.Map<String, List<Part>> allParts() { // blocker: an internal class within a result
		return java.util.Map.of();
	}

	String joined() {
		return String.join(" ", "select", "1", "from", "stock.part"); // blocker: SQL from words
	}

	boolean same(Object any) {
		return any instanceof Item; // blocker: a comparison with an internal class
	}

	Object cast(Object any) {
		return (Part) any; // blocker: a cast to an internal class
	}

	Class<?> reflect() throws ClassNotFoundException {
		return Class.forName("shop.stock.internal.Shelf"); // blocker: a class by its name
	}

	Class<?> reflectPart(String name) throws ClassNotFoundException {
		return Class.forName("shop.stock.internal." + name); // blocker: a class by a part of its name
	}

	Object bean(ApplicationContext context) {
		return context.getBean("shelf"); // blocker: a bean by its name
	}

	InputStream file() {
		return Reaching.class.getResourceAsStream("/shop/stock/levels.csv"); // blocker: another module's file
	}

	String bundle() {
		return ResourceBundle.getBundle("stock-words").getString("low"); // blocker: another module's words
	}

	List<String> words() {
		return List.of("shelf", "shop.stock", "shop.stock.Stock", "levels.csv"); // clean: words
	}

	String ownName() {
		return "shop.billing.internal.Reaching"; // clean: its own class
	}

	String publicName() {
		return Stock.class.getName(); // clean: the API
	}

}
