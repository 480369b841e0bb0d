package shop.orders.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(schema = "orders", name = "line")
class Line {

	private long itemId;

}
