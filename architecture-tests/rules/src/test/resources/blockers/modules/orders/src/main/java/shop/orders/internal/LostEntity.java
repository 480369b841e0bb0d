package shop.orders.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(schema = "stock", name = "lost")
class LostEntity { // blocker: an entity in another schema

	@Id
	private long id;

}
