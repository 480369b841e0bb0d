@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package shop.customers;
