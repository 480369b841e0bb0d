package shop.billing;

import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;

import org.springframework.core.io.Resource;

import shop.billing.internal.Invoice;
import shop.orders.Orders;

public interface Billing {

	Invoice invoice(long id); // blocker: an entity in an API

	Optional<List<Invoice>> invoices(); // blocker: an entity within a list in an API

	Resource printed(long id); // blocker: a framework's type in an API

	void read(ResultSet rows); // blocker: the store in an API

	long count(Orders orders); // clean: another module's API

	record Total(java.math.BigDecimal amount) { // clean: types of the JDK
	}

}
