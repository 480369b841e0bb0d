@org.springframework.modulith.ApplicationModule(allowedDependencies = { "runtime", "stock" })
package shop.catalog;
