package dev.banyan.customers.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.banyan.customers.Address;
import dev.banyan.customers.Customer;
import dev.banyan.customers.CustomerAccount;
import dev.banyan.customers.CustomerAccounts;
import dev.banyan.customers.CustomerChanged;
import dev.banyan.customers.CustomerConflict;
import dev.banyan.customers.CustomerQuery;
import dev.banyan.customers.CustomerRegistered;
import dev.banyan.customers.CustomerRemoved;
import dev.banyan.customers.Customers;
import dev.banyan.customers.MetaData;
import dev.banyan.runtime.data.IdSequence;
import dev.banyan.runtime.data.Identifiers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeepingCustomers implements Customers, CustomerAccounts {

	private final JdbcClient jdbc;

	private final IdSequence ids;

	private final IdSequence metaIds;

	private final Clock clock;

	private final JsonMapper json = JsonMapper.builder().build();

	private final ApplicationEventPublisher events;

	KeepingCustomers(JdbcClient jdbc, Identifiers identifiers, Clock clock, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.ids = identifiers.sequence("customers", "customer", 3);
		this.metaIds = identifiers.sequence("customers", "meta_data", 1);
		this.clock = clock;
		this.events = events;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Customer> find(CustomerQuery query) {
		Conditions conditions = Conditions.of(query);
		String column = switch (query.sort()) {
			case NAME -> "display_name_lower";
			case REGISTERED -> "created_at";
			case ID, INCLUDE -> "id";
		};
		String direction = query.descending() ? " desc" : "";
		boolean listed = query.sort() == CustomerQuery.Sort.INCLUDE && !query.include().isEmpty();
		String page = listed ? "" : " limit " + query.limit() + " offset " + query.offset();
		List<Customer> found = this.jdbc
			.sql("select * from customers.customer" + conditions.sql() + " order by " + column + direction + ", id"
					+ direction + page)
			.params(conditions.parameters())
			.query(this::customer)
			.list();
		return listed ? found.stream()
			.sorted(Comparator.comparingInt((customer) -> query.include().indexOf(customer.id())))
			.skip(query.offset())
			.limit(query.limit())
			.toList() : found;
	}

	@Override
	@Transactional(readOnly = true)
	public long count(CustomerQuery query) {
		Conditions conditions = Conditions.of(query);
		return this.jdbc.sql("select count(*) from customers.customer" + conditions.sql())
			.params(conditions.parameters())
			.query(Long.class)
			.single();
	}

	@Override
	@Transactional(readOnly = true)
	public long count(boolean paying) {
		return this.jdbc
			.sql("select count(*) from customers.customer where paying = :paying "
					+ "and role_name not in ('administrator', 'shop_manager')")
			.param("paying", paying)
			.query(Long.class)
			.single();
	}

	@Override
	@Transactional(readOnly = true)
	public List<Instant> registrations(Instant from, Instant to) {
		return this.jdbc
			.sql("select created_at from customers.customer where role_name = 'customer' and created_at >= :from "
					+ "and created_at < :to order by created_at")
			.param("from", utc(from))
			.param("to", utc(to))
			.query((row, number) -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
			.list();
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Customer> find(long id) {
		return ofIds(Set.of(id)).stream().findFirst();
	}

	private List<Customer> ofIds(Set<Long> customerIds) {
		if (customerIds.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("select * from customers.customer where id in (:ids)")
			.param("ids", customerIds)
			.query(this::customer)
			.list();
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Long, CustomerAccount> accounts(Set<Long> customerIds) {
		return ofIds(customerIds).stream()
			.map((customer) -> new CustomerAccount(customer.id(), customer.email(), customer.username(),
					customer.firstName(), customer.lastName(), customer.role(), customer.billing(), customer.shipping(),
					customer.payingCustomer()))
			.collect(Collectors.toMap(CustomerAccount::id, Function.identity()));
	}

	@Override
	@Transactional
	public void recordPaidOrder(String key, long customerId) {
		this.jdbc.sql("update customers.customer set paying = true where id = :id").param("id", customerId).update();
	}

	@Override
	@Transactional
	public Customer register(Customer customer, @Nullable String password) {
		if (taken("email_lower", customer.email(), 0)) {
			throw new CustomerConflict(true, customer.email());
		}
		String username = customer.username().isEmpty() ? freeUsername(customer.email()) : customer.username();
		if (taken("username_lower", username, 0)) {
			throw new CustomerConflict(false, username);
		}
		List<MetaData> metaData = new ArrayList<>(customer.metaData());
		if (password == null) {
			metaData.add(new MetaData(0, "default_password_nag", "1"));
		}
		long id = this.ids.next();
		String names = (customer.firstName() + " " + customer.lastName()).strip();
		String displayName = names.isEmpty() ? username : names;
		Instant now = now();
		write("""
				insert into customers.customer (id, email, email_lower, username, username_lower, display_name_lower,
				search_text, first_name, last_name, role_name, billing, shipping, meta_data, created_at, modified_at,
				paying, password_hash)
				values (:id, :email, :emailLower, :username, :usernameLower, :displayName, :search, :firstName,
				:lastName, :role, :billing, :shipping, :metaData, :createdAt, :modifiedAt, false, :password)""",
				new Customer(id, customer.email(), username, customer.firstName(), customer.lastName(), customer.role(),
						customer.billing(), customer.shipping(), now, now, false, metaData),
				displayName, (password != null) ? PasswordHash.of(password) : "");
		this.events.publishEvent(new CustomerRegistered(UUID.randomUUID(), now, id));
		return find(id).orElseThrow();
	}

	@Override
	@Transactional
	public Optional<Customer> replace(Customer customer, @Nullable String password) {
		Optional<Customer> before = find(customer.id());
		if (before.isEmpty()) {
			return before;
		}
		if (taken("email_lower", customer.email(), customer.id())) {
			throw new CustomerConflict(true, customer.email());
		}
		String displayName = this.jdbc.sql("select display_name_lower from customers.customer where id = :id")
			.param("id", customer.id())
			.query(String.class)
			.single();
		write("""
				update customers.customer set email = :email, email_lower = :emailLower, search_text = :search,
				first_name = :firstName, last_name = :lastName, billing = :billing, shipping = :shipping,
				meta_data = :metaData, modified_at = :modifiedAt,
				password_hash = case when :password = '' then password_hash else :password end
				where id = :id""",
				new Customer(customer.id(), customer.email(), before.get().username(), customer.firstName(),
						customer.lastName(), before.get().role(), customer.billing(), customer.shipping(),
						before.get().createdAt(), now(), false, customer.metaData()),
				displayName, (password != null) ? PasswordHash.of(password) : "");
		this.events.publishEvent(new CustomerChanged(UUID.randomUUID(), now(), customer.id()));
		return find(customer.id());
	}

	@Override
	@Transactional
	public void remove(long id) {
		if (this.jdbc.sql("delete from customers.customer where id = :id").param("id", id).update() > 0) {
			this.events.publishEvent(new CustomerRemoved(UUID.randomUUID(), now(), id));
		}
	}

	private void write(String sql, Customer customer, String displayName, String password) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("id", customer.id());
		parameters.put("email", customer.email());
		parameters.put("emailLower", lower(customer.email()));
		parameters.put("username", customer.username());
		parameters.put("usernameLower", lower(customer.username()));
		parameters.put("displayName", lower(displayName));
		parameters.put("search", lower(customer.username() + "\n" + customer.email() + "\n" + displayName));
		parameters.put("firstName", customer.firstName());
		parameters.put("lastName", customer.lastName());
		parameters.put("role", customer.role());
		parameters.put("billing", this.json.writeValueAsString(customer.billing()));
		parameters.put("shipping", this.json.writeValueAsString(customer.shipping()));
		parameters.put("metaData", this.json.writeValueAsString(customer.metaData()
			.stream()
			.map((item) -> (item.id() != 0) ? item : new MetaData(this.metaIds.next(), item.key(), item.value()))
			.toList()));
		parameters.put("createdAt", utc(customer.createdAt()));
		parameters.put("modifiedAt", (customer.modifiedAt() != null) ? utc(customer.modifiedAt()) : null);
		parameters.put("password", password);
		try {
			this.jdbc.sql(sql).params(parameters).update();
		}
		catch (DuplicateKeyException ex) {
			throw new CustomerConflict(true, customer.email());
		}
	}

	private boolean taken(String column, String wanted, long except) {
		return this.jdbc.sql("select count(*) from customers.customer where " + column + " = :wanted and id <> :except")
			.param("wanted", lower(wanted))
			.param("except", except)
			.query(Long.class)
			.single() > 0;
	}

	/** The part before the @; of a general address such as info@ the domain's name. */
	private String freeUsername(String email) {
		String[] parts = email.split("@", 2);
		String local = parts[0].toLowerCase(Locale.ROOT);
		boolean general = Set.of("sales", "hello", "mail", "contact", "info").contains(local);
		String wanted = (general && parts.length == 2) ? parts[1].split("\\.")[0] : local;
		String username = wanted.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _.\\-@]", "");
		while (taken("username_lower", username, 0)) {
			username = wanted + "-" + String.format(Locale.ROOT, "%04d", PasswordHash.suffix());
		}
		return username;
	}

	private Customer customer(ResultSet row, int number) throws SQLException {
		LocalDateTime modified = row.getObject("modified_at", LocalDateTime.class);
		return new Customer(row.getLong("id"), row.getString("email"), row.getString("username"),
				row.getString("first_name"), row.getString("last_name"), row.getString("role_name"),
				this.json.readValue(row.getString("billing"), Address.class),
				this.json.readValue(row.getString("shipping"), Address.class),
				row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
				(modified != null) ? modified.toInstant(ZoneOffset.UTC) : null, row.getBoolean("paying"),
				List.of(this.json.readValue(row.getString("meta_data"), MetaData[].class)));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	private static LocalDateTime utc(Instant instant) {
		return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

	/** What a query asks for, as SQL. */
	private record Conditions(String sql, Map<String, Object> parameters) {

		static Conditions of(CustomerQuery query) {
			StringBuilder sql = new StringBuilder(" where 1 = 1");
			Map<String, Object> parameters = new HashMap<>();
			if (query.role() != null) {
				sql.append(" and role_name = :role");
				parameters.put("role", query.role());
			}
			if (query.email() != null) {
				sql.append(" and email_lower = :email");
				parameters.put("email", lower(query.email()));
			}
			if (query.search() != null && !query.search().isBlank()) {
				sql.append(" and search_text like :search");
				parameters.put("search", "%" + lower(query.search().strip()).replaceAll("([\\\\%_])", "\\\\$1") + "%");
			}
			if (!query.include().isEmpty()) {
				sql.append(" and id in (:include)");
				parameters.put("include", query.include());
			}
			if (!query.exclude().isEmpty()) {
				sql.append(" and id not in (:exclude)");
				parameters.put("exclude", query.exclude());
			}
			return new Conditions(sql.toString(), parameters);
		}

	}

}
