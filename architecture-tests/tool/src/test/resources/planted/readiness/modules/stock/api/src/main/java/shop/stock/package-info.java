/**
 * What is on the shelves. It does not know orders.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@shop.runtime.Seams(Stock.class)
package shop.stock;
