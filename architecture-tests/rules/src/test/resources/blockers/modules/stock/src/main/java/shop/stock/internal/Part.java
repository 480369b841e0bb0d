package shop.stock.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity(name = "StockPart")
@Table(schema = "stock", name = "part")
public class Part {

	@Id
	private long id;

}
