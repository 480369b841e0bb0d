package shop.billing.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(schema = "billing", name = "invoice")
public class Invoice {

	@Id
	private long id;

}
