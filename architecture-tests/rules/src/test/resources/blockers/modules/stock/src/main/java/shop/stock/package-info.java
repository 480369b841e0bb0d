@org.springframework.modulith.ApplicationModule(allowedDependencies = { "runtime" })
@Seams(Stock.class)
package shop.stock;

import shop.runtime.Seams;
