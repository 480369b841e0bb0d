package shop.orders.internal;

import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import shop.stock.internal.Part;

@Entity
@Table(schema = "orders", name = "note")
class Note {

	private long id;

	@Id
	public long getId() {
		return this.id;
	}

	@ManyToOne
	public Part getPart() { // blocker: a relation in a property
		return null;
	}

}
