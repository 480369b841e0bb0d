package dev.banyan.runtime.seam;

import java.util.Map;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

/**
 * Shows and changes the placement of modules.
 */
@Endpoint(id = "placement")
class PlacementEndpoint {

	private final Placement placement;

	PlacementEndpoint(Placement placement) {
		this.placement = placement;
	}

	@ReadOperation
	Map<String, Integer> shares() {
		return this.placement.shares();
	}

	@WriteOperation
	Map<String, Integer> place(@Selector String module, int remote) {
		try {
			this.placement.place(module, remote);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidEndpointRequestException(String.valueOf(ex.getMessage()), "placement");
		}
		return this.placement.shares();
	}

}
