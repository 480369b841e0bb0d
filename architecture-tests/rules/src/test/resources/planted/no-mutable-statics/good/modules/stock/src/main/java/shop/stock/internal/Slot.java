package shop.stock.internal;

import java.util.concurrent.atomic.AtomicLong;

record Slot(AtomicLong count) {

	static final Slot EMPTY = new Slot(new AtomicLong());

}
