package shop.stock.internal;

@jakarta.persistence.Entity
public class Item {

}
