@org.jspecify.annotations.NullMarked
package shop.stock; // VIOLATION it may use whatever it likes
