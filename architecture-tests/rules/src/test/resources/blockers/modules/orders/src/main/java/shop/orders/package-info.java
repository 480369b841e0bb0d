@org.springframework.modulith.ApplicationModule(allowedDependencies = { "runtime", "stock", "catalog" })
package shop.orders;
