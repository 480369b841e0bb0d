package planted.internals.good.stock.internal;

public class Shelf {

}
