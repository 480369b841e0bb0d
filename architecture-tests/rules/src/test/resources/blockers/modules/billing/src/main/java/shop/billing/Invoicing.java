package shop.billing;

import java.time.LocalDate;

public record Invoicing(LocalDate day) { // clean: data, no event

}
