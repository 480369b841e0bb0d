package dev.banyan.payments;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class PaymentsTestApplication {

}
