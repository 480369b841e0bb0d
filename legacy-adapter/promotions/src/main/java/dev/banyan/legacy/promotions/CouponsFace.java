package dev.banyan.legacy.promotions;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.banyan.legacy.protocol.Answer;
import dev.banyan.legacy.protocol.Face;
import dev.banyan.legacy.protocol.RestError;
import dev.banyan.legacy.protocol.RestRequest;
import dev.banyan.legacy.protocol.Routes;
import dev.banyan.promotions.Coupon;
import dev.banyan.promotions.CouponCodeTaken;
import dev.banyan.promotions.CouponQuery;
import dev.banyan.promotions.Coupons;
import dev.banyan.promotions.MetaData;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

@Component
class CouponsFace implements Face {

	private final Coupons coupons;

	private final Clock clock;

	CouponsFace(Coupons coupons, Clock clock) {
		this.coupons = coupons;
		this.clock = clock;
	}

	@Override
	public void bind(Routes routes) {
		routes.resource(CouponBody.PATH)
			.list(this::list)
			.create(this::create)
			.get(this::get)
			.update(this::update)
			.delete(this::delete)
			.batch();
	}

	private Answer list(RestRequest request) {
		CouponQuery query = query(request);
		List<Map<String, @Nullable Object>> items = new ArrayList<>();
		this.coupons.find(query).forEach((coupon) -> items.add(CouponBody.of(request, coupon)));
		return Answer.page(items, this.coupons.count(query));
	}

	private static CouponQuery query(RestRequest request) {
		CouponQuery.Sort sort = switch (request.string("orderby", "date")) {
			case "id" -> CouponQuery.Sort.ID;
			case "modified" -> CouponQuery.Sort.MODIFIED;
			case "title", "slug" -> CouponQuery.Sort.CODE;
			case "include" -> CouponQuery.Sort.INCLUDE;
			default -> CouponQuery.Sort.CREATED;
		};
		String code = request.string("code");
		return new CouponQuery((code != null && !code.isEmpty()) ? code : null, request.string("search"),
				CouponBody.instant(request.string("after")), CouponBody.instant(request.string("before")),
				CouponBody.instant(request.string("modified_after")),
				CouponBody.instant(request.string("modified_before")), request.ids("include"), request.ids("exclude"),
				sort, request.string("order", "desc").equals("desc"), request.offset(), request.perPage());
	}

	private Answer create(RestRequest request) {
		Coupon draft = CouponBody.changed(CouponBody.BLANK, request);
		if (draft.code().isEmpty()) {
			throw new RestError(400, "woocommerce_rest_coupon_empty_code", "The coupon code cannot be empty.");
		}
		try {
			Coupon added = this.coupons.add(draft);
			return Answer.created(CouponBody.of(request, added), CouponBody.PATH + "/" + added.id());
		}
		catch (CouponCodeTaken ex) {
			throw taken();
		}
	}

	private Answer get(RestRequest request) {
		return Answer.ok(CouponBody.of(request, known(request, 404)));
	}

	private Answer update(RestRequest request) {
		Coupon changed = CouponBody.changed(known(request, 400), request);
		try {
			return Answer.ok(CouponBody.of(request, this.coupons.replace(changed).orElseThrow(() -> unknown(400))));
		}
		catch (CouponCodeTaken ex) {
			throw taken();
		}
	}

	private Answer delete(RestRequest request) {
		Coupon coupon = known(request, 404);
		if (request.isTrue("force")) {
			this.coupons.remove(coupon.id());
		}
		else if (coupon.status().equals("trash")) {
			throw new RestError(410, "woocommerce_rest_already_trashed", "The shop_coupon has already been deleted.");
		}
		else {
			this.coupons.replace(trashed(coupon));
		}
		return Answer.ok(CouponBody.of(request, coupon));
	}

	/** What was trashed remembers, as clients see it, what it was. */
	private Coupon trashed(Coupon coupon) {
		List<MetaData> metaData = new ArrayList<>(coupon.metaData());
		metaData.add(new MetaData(0, "_wp_trash_meta_status", coupon.status()));
		metaData.add(new MetaData(0, "_wp_trash_meta_time", String.valueOf(this.clock.instant().getEpochSecond())));
		metaData.add(new MetaData(0, "_wp_desired_post_slug", slug(coupon.code())));
		return new Coupon(coupon.id(), coupon.code(), "trash", coupon.type(), coupon.amount(), coupon.description(),
				coupon.createdAt(), coupon.modifiedAt(), coupon.expiresAt(), coupon.usageCount(), coupon.usageLimit(),
				coupon.usageLimitPerUser(), coupon.itemLimit(), coupon.individualUse(), coupon.productIds(),
				coupon.excludedProductIds(), coupon.categoryIds(), coupon.excludedCategoryIds(),
				coupon.excludeSaleItems(), coupon.freeShipping(), coupon.minimumAmount(), coupon.maximumAmount(),
				coupon.emailRestrictions(), coupon.usedBy(), metaData);
	}

	private static String slug(String code) {
		return code.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
	}

	private Coupon known(RestRequest request, int otherwise) {
		Long id = request.longValue("id");
		return this.coupons.find((id != null) ? id : 0).orElseThrow(() -> unknown(otherwise));
	}

	private static RestError unknown(int status) {
		return new RestError(status, "woocommerce_rest_shop_coupon_invalid_id", "Invalid ID.");
	}

	private static RestError taken() {
		return new RestError(400, "woocommerce_rest_coupon_code_already_exists", "The coupon code already exists");
	}

}
