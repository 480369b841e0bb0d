package shop;

class Application {

}
