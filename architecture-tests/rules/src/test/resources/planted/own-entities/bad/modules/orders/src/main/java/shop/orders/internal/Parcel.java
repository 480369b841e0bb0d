package shop.orders.internal;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;

import shop.stock.internal.Item;

@Entity
@Table(schema = "orders", name = "parcel")
@SecondaryTable(schema = "stock", name = "box") // VIOLATION a second table
class Parcel {

	@Embeddable
	static class Content {

		@OneToOne
		private Item item; // VIOLATION in a part of an entity

	}

}
