package shop.billing;

import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.persistence.Embeddable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.NestedRuntimeException;

import shop.billing.internal.Invoice;

public interface Ledger {

	void each(Consumer<? super Invoice> action); // blocker: an entity in a function of an API

	Map<String, ? extends Invoice> byName(); // blocker: an entity behind a wildcard

	<T extends Invoice> T any(); // blocker: an entity as a bound

	void write() throws SQLException; // blocker: the store's exception in an API

	void convert(Converter<String, Long> converter); // blocker: a framework's function in an API

	Counter counter();

	Entry[] entries(); // clean: an array of its own records

	record Entry(Invoice invoice) { // blocker: an entity in a record of an API
	}

	@Embeddable // blocker: a mapped type in an API
	record Money(long cents) {
	}

	class Refused extends NestedRuntimeException { // blocker: a framework's exception in an API

		public Refused() {
			super(""); // blocker: a framework's exception that is made
		}

	}

}
