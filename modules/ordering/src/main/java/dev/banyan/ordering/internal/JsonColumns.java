package dev.banyan.ordering.internal;

import java.util.List;
import java.util.Map;

import dev.banyan.ordering.CouponLine;
import dev.banyan.ordering.LineTax;
import dev.banyan.ordering.MetaEntry;
import dev.banyan.ordering.RefundLine;
import dev.banyan.ordering.RefundSummary;
import dev.banyan.ordering.TaxLine;
import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Columns that hold JSON. What they are read into must not be changed in place.
 */
final class JsonColumns {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private JsonColumns() {
	}

	private abstract static class Json<T> implements AttributeConverter<T, String> {

		private final TypeReference<T> type;

		Json(TypeReference<T> type) {
			this.type = type;
		}

		@Override
		public @Nullable String convertToDatabaseColumn(@Nullable T attribute) {
			return (attribute != null) ? JSON.writeValueAsString(attribute) : null;
		}

		@Override
		public @Nullable T convertToEntityAttribute(@Nullable String column) {
			return (column != null) ? JSON.readValue(column, this.type) : null;
		}

	}

	static class Meta extends Json<List<MetaEntry>> {

		Meta() {
			super(new TypeReference<>() {
			});
		}

	}

	static class Texts extends Json<Map<String, String>> {

		Texts() {
			super(new TypeReference<>() {
			});
		}

	}

	static class Taxes extends Json<List<LineTax>> {

		Taxes() {
			super(new TypeReference<>() {
			});
		}

	}

	static class TaxLines extends Json<List<TaxLine>> {

		TaxLines() {
			super(new TypeReference<>() {
			});
		}

	}

	static class CouponLines extends Json<List<CouponLine>> {

		CouponLines() {
			super(new TypeReference<>() {
			});
		}

	}

	static class Refunds extends Json<List<RefundSummary>> {

		Refunds() {
			super(new TypeReference<>() {
			});
		}

	}

	static class RefundLines extends Json<List<RefundLine>> {

		RefundLines() {
			super(new TypeReference<>() {
			});
		}

	}

	static class Restock extends Json<List<StoredRefund.Return>> {

		Restock() {
			super(new TypeReference<>() {
			});
		}

	}

	static class Refused extends Json<StoredPlacement.Refusal> {

		Refused() {
			super(new TypeReference<>() {
			});
		}

	}

	static class PendingEffects extends Json<Effects> {

		PendingEffects() {
			super(new TypeReference<>() {
			});
		}

	}

}
