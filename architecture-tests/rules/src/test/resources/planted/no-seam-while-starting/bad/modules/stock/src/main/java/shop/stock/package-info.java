@Seams(Stock.class)
package shop.stock;

import shop.runtime.Seams;
