package dev.banyan.shipping;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class ShippingTestApplication {

}
