package dev.banyan.inventory;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class InventoryTestApplication {

}
