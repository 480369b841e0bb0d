package shop.orders.internal;

import jakarta.persistence.NamedNativeQuery;

@NamedNativeQuery(name = "titles", query = "select title from stock.item") // VIOLATION an annotation
class Items {

}
