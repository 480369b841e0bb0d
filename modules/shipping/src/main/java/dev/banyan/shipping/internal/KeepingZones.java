package dev.banyan.shipping.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.banyan.runtime.data.IdSequence;
import dev.banyan.runtime.data.Identifiers;
import dev.banyan.shipping.Zone;
import dev.banyan.shipping.ZoneLocation;
import dev.banyan.shipping.ZoneMethod;
import dev.banyan.shipping.Zones;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeepingZones implements Zones {

	private static final Zone ELSEWHERE = new Zone(0, "Locations not covered by your other zones", 0, List.of());

	private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final IdSequence ids;

	private final IdSequence methodIds;

	private final JsonMapper json = JsonMapper.builder().build();

	KeepingZones(JdbcClient jdbc, Identifiers identifiers) {
		this.jdbc = jdbc;
		this.ids = identifiers.sequence("shipping", "zone", 1);
		this.methodIds = identifiers.sequence("shipping", "zone_method", 1);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Zone> all() {
		List<Zone> all = new ArrayList<>();
		all.add(ELSEWHERE);
		all.addAll(this.jdbc.sql("select * from shipping.zone_area order by position_number, id")
			.query((row, number) -> new Zone(row.getLong("id"), row.getString("name"), row.getInt("position_number"),
					List.of(this.json.readValue(row.getString("locations"), ZoneLocation[].class))))
			.list());
		return all;
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Zone> find(long id) {
		return all().stream().filter((zone) -> zone.id() == id).findFirst();
	}

	@Override
	@Transactional
	public Zone add(String name, int position) {
		Zone zone = new Zone(this.ids.next(), name, position, List.of());
		write("insert into shipping.zone_area (id, name, position_number, locations)"
				+ " values (:id, :name, :position, :locations)", zone);
		return zone;
	}

	@Override
	@Transactional
	public Optional<Zone> replace(Zone zone) {
		write("update shipping.zone_area set name = :name, position_number = :position, locations = :locations"
				+ " where id = :id", zone);
		return find(zone.id());
	}

	private void write(String sql, Zone zone) {
		this.jdbc.sql(sql)
			.param("id", zone.id())
			.param("name", zone.name())
			.param("position", zone.position())
			.param("locations", this.json.writeValueAsString(zone.locations()))
			.update();
	}

	@Override
	@Transactional
	public void remove(long id) {
		this.jdbc.sql("delete from shipping.zone_method where zone_id = :id and :id <> 0").param("id", id).update();
		this.jdbc.sql("delete from shipping.zone_area where id = :id").param("id", id).update();
	}

	@Override
	@Transactional(readOnly = true)
	public List<ZoneMethod> methods(long zoneId) {
		return this.jdbc.sql("select * from shipping.zone_method where zone_id = :zone order by position_number, id")
			.param("zone", zoneId)
			.query((row, number) -> new ZoneMethod(row.getLong("id"), row.getLong("zone_id"),
					row.getString("method_type"), row.getInt("position_number"), row.getBoolean("enabled"),
					this.json.readValue(row.getString("settings"), SETTINGS)))
			.list();
	}

	@Override
	@Transactional
	public ZoneMethod add(ZoneMethod method) {
		int position = (method.position() != 0) ? method.position() : methods(method.zoneId()).size() + 1;
		ZoneMethod added = new ZoneMethod(this.methodIds.next(), method.zoneId(), method.type(), position,
				method.enabled(), method.settings());
		write("insert into shipping.zone_method (id, zone_id, method_type, position_number, enabled, settings)"
				+ " values (:id, :zone, :type, :position, :enabled, :settings)", added);
		return added;
	}

	@Override
	@Transactional
	public Optional<ZoneMethod> replace(ZoneMethod method) {
		write("update shipping.zone_method set zone_id = :zone, method_type = :type, position_number = :position,"
				+ " enabled = :enabled, settings = :settings where id = :id", method);
		return methods(method.zoneId()).stream()
			.filter((known) -> known.instanceId() == method.instanceId())
			.findFirst();
	}

	private void write(String sql, ZoneMethod method) {
		this.jdbc.sql(sql)
			.param("id", method.instanceId())
			.param("zone", method.zoneId())
			.param("type", method.type())
			.param("position", method.position())
			.param("enabled", method.enabled())
			.param("settings", this.json.writeValueAsString(method.settings()))
			.update();
	}

	@Override
	@Transactional
	public void removeMethod(long instanceId) {
		this.jdbc.sql("delete from shipping.zone_method where id = :id").param("id", instanceId).update();
	}

}
