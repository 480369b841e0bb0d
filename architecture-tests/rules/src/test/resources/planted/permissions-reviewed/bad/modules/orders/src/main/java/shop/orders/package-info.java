@org.springframework.modulith.ApplicationModule(allowedDependencies = { "runtime", "stock", "customers" }) // VIOLATION
package shop.orders;
