package dev.banyan.promotions.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.banyan.promotions.Coupon;
import dev.banyan.promotions.CouponAdded;
import dev.banyan.promotions.CouponChanged;
import dev.banyan.promotions.CouponCodeTaken;
import dev.banyan.promotions.CouponQuery;
import dev.banyan.promotions.CouponRemoved;
import dev.banyan.promotions.Coupons;
import dev.banyan.promotions.DiscountType;
import dev.banyan.promotions.MetaData;
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
class KeepingCoupons implements Coupons {

	private final JdbcClient jdbc;

	private final IdSequence ids;

	private final IdSequence metaIds;

	private final Clock clock;

	private final JsonMapper json = JsonMapper.builder().build();

	private final ApplicationEventPublisher events;

	KeepingCoupons(JdbcClient jdbc, Identifiers identifiers, Clock clock, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.ids = identifiers.sequence("promotions", "coupon", 1);
		this.metaIds = identifiers.sequence("promotions", "meta_data", 1);
		this.clock = clock;
		this.events = events;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Coupon> find(CouponQuery query) {
		Conditions conditions = Conditions.of(query);
		String column = switch (query.sort()) {
			case CREATED -> "created_at";
			case MODIFIED -> "modified_at";
			case CODE -> "code_lower";
			case ID, INCLUDE -> "id";
		};
		String direction = query.descending() ? " desc" : "";
		boolean listed = query.sort() == CouponQuery.Sort.INCLUDE && !query.include().isEmpty();
		String page = listed ? "" : " limit " + query.limit() + " offset " + query.offset();
		List<Coupon> found = read("select * from promotions.coupon" + conditions.sql() + " order by " + column
				+ direction + ", id" + direction + page, conditions.parameters());
		if (!listed) {
			return found;
		}
		return found.stream()
			.sorted(Comparator.comparingInt((coupon) -> query.include().indexOf(coupon.id())))
			.skip(query.offset())
			.limit(query.limit())
			.toList();
	}

	@Override
	@Transactional(readOnly = true)
	public long count(CouponQuery query) {
		Conditions conditions = Conditions.of(query);
		return this.jdbc.sql("select count(*) from promotions.coupon" + conditions.sql())
			.params(conditions.parameters())
			.query(Long.class)
			.single();
	}

	@Override
	@Transactional(readOnly = true)
	public Map<DiscountType, Long> countByType() {
		Map<DiscountType, Long> counts = new EnumMap<>(DiscountType.class);
		this.jdbc
			.sql("select discount_type, count(*) as coupons from promotions.coupon where status = 'publish'"
					+ " group by discount_type")
			.query((row) -> {
				counts.put(DiscountType.valueOf(row.getString("discount_type")), row.getLong("coupons"));
			});
		return counts;
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Coupon> find(long id) {
		return read("select * from promotions.coupon where id = :id", Map.of("id", id)).stream().findFirst();
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Coupon> ofCode(String code) {
		return ofCodes(List.of(code)).stream().findFirst();
	}

	List<Coupon> ofCodes(Collection<String> codes) {
		if (codes.isEmpty()) {
			return List.of();
		}
		return read("select * from promotions.coupon where published_code in (:codes)",
				Map.of("codes", codes.stream().map(KeepingCoupons::lower).toList()));
	}

	private List<Coupon> read(String sql, Map<String, ?> parameters) {
		List<Coupon> coupons = this.jdbc.sql(sql).params(parameters).query(this::coupon).list();
		Map<Long, List<String>> users = new HashMap<>();
		if (!coupons.isEmpty()) {
			this.jdbc
				.sql("select coupon_id, used_by from promotions.coupon_use where coupon_id in (:ids)"
						+ " order by used_at, use_key")
				.param("ids", coupons.stream().map(Coupon::id).toList())
				.query((row) -> {
					if (!row.getString("used_by").isEmpty()) {
						users.computeIfAbsent(row.getLong("coupon_id"), (id) -> new ArrayList<>())
							.add(row.getString("used_by"));
					}
				});
		}
		return coupons.stream().map((coupon) -> usedBy(coupon, users.getOrDefault(coupon.id(), List.of()))).toList();
	}

	@Override
	@Transactional
	public Coupon add(Coupon coupon) {
		long id = this.ids.next();
		Instant now = now();
		write("""
				insert into promotions.coupon (id, code_lower, published_code, search_text, status, discount_type,
				created_at, modified_at, usage_count, document)
				values (:id, :codeLower, :publishedCode, :searchText, :status, :type,
				:createdAt, :modifiedAt, 0, :document)""", stored(coupon, id, now, now));
		this.events.publishEvent(new CouponAdded(UUID.randomUUID(), now, id));
		return find(id).orElseThrow();
	}

	@Override
	@Transactional
	public Optional<Coupon> replace(Coupon coupon) {
		Optional<Coupon> before = find(coupon.id());
		before.ifPresent((known) -> {
			write("""
					update promotions.coupon set code_lower = :codeLower, published_code = :publishedCode,
					search_text = :searchText, status = :status, discount_type = :type, created_at = :createdAt,
					modified_at = :modifiedAt, document = :document where id = :id""",
					stored(coupon, known.id(), known.createdAt(), now()));
			this.events
				.publishEvent(new CouponChanged(UUID.randomUUID(), now(), known.id(), known.status(), coupon.status()));
		});
		return before.flatMap((known) -> find(known.id()));
	}

	private void write(String sql, Coupon coupon) {
		try {
			this.jdbc.sql(sql)
				.param("id", coupon.id())
				.param("codeLower", lower(coupon.code()))
				.param("publishedCode", coupon.status().equals("publish") ? lower(coupon.code()) : null)
				.param("searchText", lower(coupon.code() + "\n" + coupon.description()))
				.param("status", coupon.status())
				.param("type", coupon.type().name())
				.param("createdAt", utc(coupon.createdAt()))
				.param("modifiedAt", utc(coupon.modifiedAt()))
				.param("document", this.json.writeValueAsString(coupon))
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw new CouponCodeTaken(coupon.code());
		}
	}

	@Override
	@Transactional
	public void remove(long id) {
		this.jdbc.sql("delete from promotions.coupon_use where coupon_id = :id").param("id", id).update();
		if (this.jdbc.sql("delete from promotions.coupon where id = :id").param("id", id).update() > 0) {
			this.events.publishEvent(new CouponRemoved(UUID.randomUUID(), now(), id));
		}
	}

	private Coupon coupon(ResultSet row, int number) throws SQLException {
		Coupon coupon = this.json.readValue(row.getString("document"), Coupon.class);
		return with(coupon, coupon.id(), coupon.createdAt(), coupon.modifiedAt(), row.getInt("usage_count"), List.of(),
				coupon.metaData());
	}

	private static Coupon usedBy(Coupon coupon, List<String> users) {
		return users.isEmpty() ? coupon : with(coupon, coupon.id(), coupon.createdAt(), coupon.modifiedAt(),
				coupon.usageCount(), users, coupon.metaData());
	}

	private Coupon stored(Coupon coupon, long id, Instant createdAt, Instant modifiedAt) {
		List<MetaData> metaData = coupon.metaData()
			.stream()
			.map((item) -> (item.id() != 0) ? item : new MetaData(this.metaIds.next(), item.key(), item.value()))
			.toList();
		return with(coupon, id, createdAt, modifiedAt, 0, List.of(), metaData);
	}

	private static Coupon with(Coupon c, long id, Instant createdAt, Instant modifiedAt, int usageCount,
			List<String> usedBy, List<MetaData> metaData) {
		return new Coupon(id, c.code(), c.status(), c.type(), c.amount(), c.description(), createdAt, modifiedAt,
				c.expiresAt(), usageCount, c.usageLimit(), c.usageLimitPerUser(), c.itemLimit(), c.individualUse(),
				c.productIds(), c.excludedProductIds(), c.categoryIds(), c.excludedCategoryIds(), c.excludeSaleItems(),
				c.freeShipping(), c.minimumAmount(), c.maximumAmount(), c.emailRestrictions(), usedBy, metaData);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	static LocalDateTime utc(Instant instant) {
		return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

	/** What a query asks for, as SQL. */
	private record Conditions(String sql, Map<String, Object> parameters) {

		static Conditions of(CouponQuery query) {
			StringBuilder sql = new StringBuilder(" where 1 = 1");
			Map<String, Object> parameters = new HashMap<>();
			if (query.include().isEmpty()) {
				sql.append(" and status <> 'trash'");
			}
			else {
				sql.append(" and id in (:include)");
				parameters.put("include", query.include());
			}
			if (!query.exclude().isEmpty()) {
				sql.append(" and id not in (:exclude)");
				parameters.put("exclude", query.exclude());
			}
			if (query.code() != null) {
				sql.append(" and published_code = :code");
				parameters.put("code", lower(query.code()));
			}
			if (query.search() != null && !query.search().isBlank()) {
				sql.append(" and search_text like :search");
				parameters.put("search", "%" + lower(query.search().strip()).replaceAll("([\\\\%_])", "\\\\$1") + "%");
			}
			time(sql, parameters, "created_at > :createdAfter", "createdAfter", query.createdAfter());
			time(sql, parameters, "created_at < :createdBefore", "createdBefore", query.createdBefore());
			time(sql, parameters, "modified_at > :modifiedAfter", "modifiedAfter", query.modifiedAfter());
			time(sql, parameters, "modified_at < :modifiedBefore", "modifiedBefore", query.modifiedBefore());
			return new Conditions(sql.toString(), parameters);
		}

		private static void time(StringBuilder sql, Map<String, Object> parameters, String condition, String name,
				@Nullable Instant value) {
			if (value != null) {
				sql.append(" and ").append(condition);
				parameters.put(name, Timestamp.valueOf(utc(value)));
			}
		}

	}

}
