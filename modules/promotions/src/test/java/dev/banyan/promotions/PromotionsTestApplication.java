package dev.banyan.promotions;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class PromotionsTestApplication {

}
