@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package shop.stock;
