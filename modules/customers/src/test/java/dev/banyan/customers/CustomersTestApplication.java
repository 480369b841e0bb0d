package dev.banyan.customers;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class CustomersTestApplication {

}
