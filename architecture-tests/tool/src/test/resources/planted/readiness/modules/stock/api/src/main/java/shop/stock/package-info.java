/**
 * What is on the shelves. It does not know orders.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package shop.stock;
