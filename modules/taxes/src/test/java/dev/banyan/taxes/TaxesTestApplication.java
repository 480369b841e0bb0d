package dev.banyan.taxes;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class TaxesTestApplication {

}
