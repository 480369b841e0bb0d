package dev.banyan.promotions.internal;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import javax.sql.DataSource;

import dev.banyan.promotions.CouponUsage;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CountingUses implements CouponUsage {

	private final JdbcClient jdbc;

	private final Clock clock;

	CountingUses(DataSource dataSource, Clock clock) {
		this.jdbc = JdbcClient.create(dataSource);
		this.clock = clock;
	}

	@Override
	@Transactional
	public void record(String key, String code, String usedBy) {
		Optional<Long> coupon = this.jdbc.sql("select id from promotions.coupon where published_code = :code")
			.param("code", KeepingCoupons.lower(code))
			.query(Long.class)
			.optional();
		if (coupon.isEmpty() || couponOf(key).isPresent()) {
			return;
		}
		try {
			this.jdbc
				.sql("insert into promotions.coupon_use (use_key, coupon_id, used_by, used_at)"
						+ " values (:key, :coupon, :usedBy, :usedAt)")
				.param("key", key)
				.param("coupon", coupon.get())
				.param("usedBy", usedBy.toLowerCase(Locale.ROOT))
				.param("usedAt", KeepingCoupons.utc(this.clock.instant()))
				.update();
			count(coupon.get(), 1);
		}
		catch (DuplicateKeyException ex) {
			// Another process counted the same use.
		}
	}

	@Override
	@Transactional
	public void withdraw(String key) {
		couponOf(key).ifPresent((coupon) -> {
			int removed = this.jdbc.sql("delete from promotions.coupon_use where use_key = :key")
				.param("key", key)
				.update();
			count(coupon, -removed);
		});
	}

	private Optional<Long> couponOf(String key) {
		return this.jdbc.sql("select coupon_id from promotions.coupon_use where use_key = :key")
			.param("key", key)
			.query(Long.class)
			.optional();
	}

	private void count(long coupon, int change) {
		this.jdbc.sql("update promotions.coupon set usage_count = usage_count + :change where id = :id")
			.param("change", change)
			.param("id", coupon)
			.update();
	}

}
