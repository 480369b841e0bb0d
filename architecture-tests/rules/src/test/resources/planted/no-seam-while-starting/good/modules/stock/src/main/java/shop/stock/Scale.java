package shop.stock;

/** A port, no seam. */
public interface Scale {

	int weight();

}
