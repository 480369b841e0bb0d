@org.springframework.modulith.ApplicationModule
package shop.catalog; // VIOLATION declares nothing in its declaration
