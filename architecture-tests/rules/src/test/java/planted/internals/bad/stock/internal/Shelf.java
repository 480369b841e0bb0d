package planted.internals.bad.stock.internal;

public class Shelf {

}
