package planted.schema.good.stock.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(schema = "stock", name = "item")
class Item {

}
