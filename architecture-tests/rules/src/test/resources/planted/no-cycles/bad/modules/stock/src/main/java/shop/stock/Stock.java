package shop.stock;

import shop.catalog.Catalog;

public interface Stock {

	int level(Catalog catalog); // VIOLATION stock -> catalog -> orders -> stock

}
