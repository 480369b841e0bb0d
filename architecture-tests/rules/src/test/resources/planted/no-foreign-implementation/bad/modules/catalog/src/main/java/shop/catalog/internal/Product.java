package shop.catalog.internal;

class Product {

}
