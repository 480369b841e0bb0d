@org.springframework.modulith.ApplicationModule(allowedDependencies = "stock") // VIOLATION is not in the pom
package shop.orders;
