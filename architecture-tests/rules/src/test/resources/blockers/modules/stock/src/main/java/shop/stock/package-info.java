@org.springframework.modulith.ApplicationModule(allowedDependencies = { "runtime" })
package shop.stock;
