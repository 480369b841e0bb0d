@org.springframework.modulith.ApplicationModule(allowedDependencies = "orders") // VIOLATION
package shop.reporting;
