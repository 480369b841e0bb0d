package dev.banyan.inventory.remote;

import dev.banyan.inventory.Reservations;
import dev.banyan.inventory.Stock;
import dev.banyan.runtime.seam.SeamConfiguration;
import dev.banyan.runtime.seam.Seams;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Inventory's seams for whoever has its API.
 */
@AutoConfiguration(after = SeamConfiguration.class)
public class InventorySeams {

	@Bean
	@Primary
	Stock stockSeam(Seams seams) {
		return seams.seam("inventory", Stock.class, RemoteStock.class, "stockSeam", InventoryProblems.SEAM);
	}

	@Bean
	@Primary
	Reservations reservationsSeam(Seams seams) {
		return seams.seam("inventory", Reservations.class, RemoteReservations.class, "reservationsSeam",
				InventoryProblems.SEAM);
	}

}
