package dev.banyan.customers;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class CustomersModuleTests {

	@Autowired
	private Customers customers;

	@Autowired
	private CustomerAccounts accounts;

	@Test
	void makesAUsernameFromTheEmailAddress() {
		assertThat(register("mary@example.com").username()).isEqualTo("mary");
		assertThat(register("mary@example.org").username()).matches("mary-\\d{4}");
		assertThat(register("info@garden.example").username()).isEqualTo("garden");
	}

	@Test
	void refusesAnEmailAddressThatIsTakenInAnotherCase() {
		register("tim@example.com");
		assertThatExceptionOfType(CustomerConflict.class).isThrownBy(() -> register("TIM@example.com"))
			.satisfies((ex) -> assertThat(ex.email()).isTrue());
	}

	@Test
	void startsWithAnAdministratorAndASubscriber() {
		assertThat(this.accounts.accounts(Set.of(1L, 2L, 999L)).values()).extracting(CustomerAccount::role)
			.containsExactlyInAnyOrder("administrator", "subscriber");
	}

	@Test
	void remembersWhoHasPaidThroughLaterChanges() {
		Customer customer = register("payer@example.com");
		this.accounts.recordPaidOrder("order-1", customer.id());
		this.accounts.recordPaidOrder("order-1", customer.id());
		assertThat(this.customers.replace(customer, null)).hasValueSatisfying((changed) -> {
			assertThat(changed.payingCustomer()).isTrue();
			assertThat(changed.username()).isEqualTo("payer");
		});
	}

	private Customer register(String email) {
		return this.customers.register(new Customer(0, email, "", "", "", "customer", Address.EMPTY, Address.EMPTY,
				Instant.EPOCH, null, false, List.of()), null);
	}

}
