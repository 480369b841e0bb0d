package shop.catalog.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(schema = "catalog", name = "product")
public class Product {

	@Id
	private long id;

	private long itemId; // clean: holds the id only

}
