package dev.banyan;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.banyan.testing.pacts.ServicePacts;

/**
 * Inventory runs alone.
 */
@Provider("inventory")
@PactFolder("../pacts")
class InventoryServiceTests extends ServicePacts {

}
