package planted.schema.bad.stock.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(schema = "orders", name = "item")
class Item {

}
