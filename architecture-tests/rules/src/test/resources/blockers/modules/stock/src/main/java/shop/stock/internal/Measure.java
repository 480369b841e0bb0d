package shop.stock.internal;

import jakarta.persistence.Embeddable;

@Embeddable
public class Measure {

	private int width;

}
