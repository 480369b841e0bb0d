package shop.stock;

@jakarta.persistence.Entity // VIOLATION an annotation
public class Level {

}
