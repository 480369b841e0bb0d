/**
 * Orders.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "stock")
package shop.orders;
