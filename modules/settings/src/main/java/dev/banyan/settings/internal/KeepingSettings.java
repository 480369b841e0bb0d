package dev.banyan.settings.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.banyan.settings.Options;
import dev.banyan.settings.Setting;
import dev.banyan.settings.SettingChanged;
import dev.banyan.settings.SettingGroup;
import dev.banyan.settings.Settings;
import dev.banyan.settings.ShopSettings;
import dev.banyan.settings.UnknownSetting;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeepingSettings implements Settings, Options {

	private final List<SettingGroup> groups = List.of(Resources.read("groups.json", SettingGroup[].class));

	private final List<DeclaredOption> declared;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Remembered<ShopSettings> current;

	private final JsonMapper json = JsonMapper.builder().build();

	/** What another process changes is seen after {@code remembered} at the latest. */
	KeepingSettings(DataSource dataSource, ApplicationEventPublisher events, ShippedReferenceData reference,
			@Value("${banyan.settings.remembered:50ms}") Duration remembered) {
		this.jdbc = JdbcClient.create(dataSource);
		this.current = new Remembered<>(remembered, this::read);
		this.events = events;
		Choices choices = new Choices(reference);
		this.declared = Stream.of(Resources.read("options.json", DeclaredOption[].class)).map(choices::offer).toList();
	}

	@Override
	public Map<String, String> values(Set<String> ids) {
		Map<String, Object> stored = stored();
		Map<String, String> values = new HashMap<>();
		for (DeclaredOption option : this.declared) {
			if (option.known() && ids.contains(option.id())) {
				values.put(option.id(), text(option.with(stored.get(option.group() + "/" + option.id())).value()));
			}
		}
		return values;
	}

	/** Every request asks for them. */
	@Override
	public ShopSettings current() {
		return this.current.get();
	}

	private ShopSettings read() {
		Map<String, Object> stored = stored();
		Map<String, String> all = new HashMap<>();
		for (DeclaredOption option : this.declared) {
			if (option.name() != null) {
				all.put(option.name(), text(option.with(stored.get(option.group() + "/" + option.id())).value()));
			}
		}
		String[] base = value(all, "default_country").split(":", 2);
		return new ShopSettings(value(all, "currency"), value(all, "currency_pos"), value(all, "price_thousand_sep"),
				value(all, "price_decimal_sep"), decimals(value(all, "price_num_decimals")),
				yes(all, "prices_include_tax"), yes(all, "calc_taxes"), value(all, "tax_based_on"),
				yes(all, "tax_round_at_subtotal"), value(all, "shipping_tax_class"), yes(all, "enable_coupons"),
				yes(all, "calc_discounts_sequentially"), base[0], (base.length > 1) ? base[1] : "",
				value(all, "store_postcode"), value(all, "store_city"), yes(all, "manage_stock"),
				value(all, "weight_unit"), value(all, "dimension_unit"));
	}

	@Override
	public List<SettingGroup> groups() {
		return this.groups;
	}

	@Override
	public List<Setting> in(String group) {
		Map<String, Object> stored = stored();
		return this.declared.stream()
			.filter((option) -> option.group().equals(group))
			.map((option) -> option.with(stored.get(group + "/" + option.id())))
			.toList();
	}

	@Override
	public Optional<Setting> find(String group, String id) {
		return in(group).stream().filter((setting) -> setting.id().equals(id)).findFirst();
	}

	@Override
	@Transactional
	public Setting change(String group, String id, @Nullable Object value) {
		DeclaredOption option = this.declared.stream()
			.filter((known) -> known.group().equals(group) && known.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new UnknownSetting(id));
		Object accepted = option.accepted(value);
		if (!accepted.equals(option.with(stored().get(group + "/" + id)).value())) {
			store(group, id, this.json.writeValueAsString(accepted));
			this.current.forgetAfterCommit();
			this.events.publishEvent(new SettingChanged(UUID.randomUUID(), Instant.now(Clock.systemUTC()), group, id));
		}
		return option.with(accepted);
	}

	private void store(String group, String id, String content) {
		if (write("update settings.setting_value set content = :content where group_id = :group and option_id = :id",
				group, id, content) == 0) {
			write("insert into settings.setting_value (group_id, option_id, content) values (:group, :id, :content)",
					group, id, content);
		}
	}

	private int write(String sql, String group, String id, String content) {
		return this.jdbc.sql(sql).param("group", group).param("id", id).param("content", content).update();
	}

	private Map<String, Object> stored() {
		Map<String, Object> stored = new HashMap<>();
		this.jdbc.sql("select group_id, option_id, content from settings.setting_value").query((row) -> {
			stored.put(row.getString("group_id") + "/" + row.getString("option_id"),
					this.json.readValue(row.getString("content"), Object.class));
		});
		return stored;
	}

	private static String text(Object value) {
		return (value instanceof List<?> list) ? String.join(",", list.stream().map(String::valueOf).toList())
				: value.toString();
	}

	private static String value(Map<String, String> all, String name) {
		return all.getOrDefault(name, "");
	}

	private static boolean yes(Map<String, String> all, String name) {
		return value(all, name).equals("yes");
	}

	private static int decimals(String text) {
		return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
	}

}
