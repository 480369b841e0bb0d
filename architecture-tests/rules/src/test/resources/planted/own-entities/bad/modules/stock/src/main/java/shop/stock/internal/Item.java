package shop.stock.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(schema = "orders", name = "item")
public class Item { // VIOLATION another module's schema

}
