@org.springframework.modulith.ApplicationModule(allowedDependencies = "catalog")
package shop.orders;
