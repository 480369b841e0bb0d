package dev.banyan.payments.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import dev.banyan.payments.GatewayChange;
import dev.banyan.payments.GatewaySetting;
import dev.banyan.payments.Gateways;
import dev.banyan.payments.PaymentGateway;
import dev.banyan.payments.PaymentProvider;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gateways as their providers describe them, with what the shop's staff has set.
 */
@Service
class SettingUpGateways implements Gateways {

	private final List<PaymentProvider> providers;

	private final JdbcClient jdbc;

	SettingUpGateways(List<PaymentProvider> providers, DataSource dataSource) {
		this.providers = providers.stream().filter(PaymentProvider::listed).toList();
		this.jdbc = JdbcClient.create(dataSource);
	}

	@Override
	@Transactional(readOnly = true)
	public List<PaymentGateway> all() {
		Map<String, Map<String, String>> set = new HashMap<>();
		this.jdbc.sql("select gateway, setting_name, setting_value from payments.gateway_setting").query((row) -> {
			set.computeIfAbsent(row.getString(1), (gateway) -> new HashMap<>()).put(row.getString(2), row.getString(3));
		});
		return this.providers.stream()
			.map(PaymentProvider::gateway)
			.map((gateway) -> with(gateway, set.getOrDefault(gateway.id(), Map.of())))
			.toList();
	}

	private static PaymentGateway with(PaymentGateway gateway, Map<String, String> set) {
		String position = set.get("order");
		return new PaymentGateway(gateway.id(), set.getOrDefault("title", gateway.title()),
				set.getOrDefault("description", gateway.description()),
				(position != null) ? Integer.valueOf(position) : null, "yes".equals(set.get("enabled")),
				gateway.methodTitle(), gateway.methodDescription(), gateway.supports(),
				gateway.settings()
					.stream()
					.map((setting) -> setting.with(set.getOrDefault(setting.id(), setting.content())))
					.toList());
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<PaymentGateway> find(String id) {
		return all().stream().filter((gateway) -> gateway.id().equals(id)).findFirst();
	}

	@Override
	@Transactional
	public Optional<PaymentGateway> change(String id, GatewayChange change) {
		Optional<PaymentGateway> before = find(id);
		if (before.isEmpty()) {
			return before;
		}
		Map<String, String> set = new HashMap<>(change.settings());
		set.keySet().retainAll(before.get().settings().stream().map(GatewaySetting::id).toList());
		if (change.enabled() != null) {
			set.put("enabled", change.enabled() ? "yes" : "no");
		}
		if (change.title() != null) {
			set.put("title", change.title());
		}
		if (change.description() != null) {
			set.put("description", change.description());
		}
		if (change.position() != null) {
			set.put("order", String.valueOf(change.position()));
		}
		set.forEach((name, text) -> set(id, name, text));
		return find(id);
	}

	private void set(String gateway, String name, String text) {
		Map<String, String> row = Map.of("gateway", gateway, "name", name, "text", text);
		int changed = this.jdbc
			.sql("update payments.gateway_setting set setting_value = :text"
					+ " where gateway = :gateway and setting_name = :name")
			.params(row)
			.update();
		if (changed == 0) {
			this.jdbc
				.sql("insert into payments.gateway_setting (gateway, setting_name, setting_value)"
						+ " values (:gateway, :name, :text)")
				.params(row)
				.update();
		}
	}

}
