package dev.banyan.legacy.ordering;

import java.util.Set;

import dev.banyan.customers.CustomerAccount;
import dev.banyan.customers.CustomerAccounts;

import org.springframework.stereotype.Component;

/**
 * The user for whom consumer keys act: the shop's first administrator.
 */
@Component
class ShopOwner {

	static final long ID = 1;

	private final CustomerAccounts accounts;

	ShopOwner(CustomerAccounts accounts) {
		this.accounts = accounts;
	}

	String name() {
		CustomerAccount owner = this.accounts.accounts(Set.of(ID)).get(ID);
		return (owner != null) ? owner.username() : "";
	}

}
