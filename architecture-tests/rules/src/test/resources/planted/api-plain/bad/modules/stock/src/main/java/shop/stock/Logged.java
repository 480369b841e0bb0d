package shop.stock;

import org.slf4j.Logger;

public interface Logged {

	Logger log(); // VIOLATION a library's type

}
