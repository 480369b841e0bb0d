@org.springframework.modulith.ApplicationModule(allowedDependencies = { "runtime", "stock", "catalog", "orders" })
package shop.billing;
