package shop.stock.internal;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;

@Entity
@Table(schema = "stock", name = "item")
public class Item {

	public static final int MOST = 1000;

	@Id
	private long id;

	@OneToMany
	private List<Part> parts; // clean: a relation within a module

	public long id() {
		return this.id;
	}

}
