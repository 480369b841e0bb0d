package shop.orders.internal;

import java.util.List;
import java.util.Set;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import shop.stock.internal.Item;

@Entity
@Table(schema = "orders", name = "line")
class Line {

	@ManyToOne
	private Item item; // VIOLATION a relation

	@ManyToMany
	private List<Item> items; // VIOLATION a relation in a collection

	@ElementCollection
	@JoinTable(schema = "stock", name = "tag") // VIOLATION a table of another schema
	private Set<String> tags;

}
