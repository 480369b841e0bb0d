package shop.stock.internal;

@jakarta.persistence.Entity
class Item {

}
