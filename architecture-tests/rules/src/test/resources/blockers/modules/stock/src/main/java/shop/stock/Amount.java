package shop.stock;

public sealed interface Amount permits Pieces {

	int count();

}
