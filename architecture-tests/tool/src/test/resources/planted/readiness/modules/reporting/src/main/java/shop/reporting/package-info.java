/**
 * What was sold.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "orders")
package shop.reporting;
