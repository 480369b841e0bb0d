package dev.banyan.ordering.internal;

import java.util.List;
import java.util.Map;

import dev.banyan.ordering.MetaEntry;
import jakarta.persistence.AttributeConverter;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Columns that hold JSON.
 */
final class JsonColumns {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private JsonColumns() {
	}

	static class Meta implements AttributeConverter<List<MetaEntry>, String> {

		@Override
		public String convertToDatabaseColumn(List<MetaEntry> meta) {
			return JSON.writeValueAsString(meta);
		}

		@Override
		public List<MetaEntry> convertToEntityAttribute(String column) {
			return JSON.readValue(column, new TypeReference<>() {
			});
		}

	}

	static class Address implements AttributeConverter<Map<String, String>, String> {

		@Override
		public String convertToDatabaseColumn(Map<String, String> address) {
			return JSON.writeValueAsString(address);
		}

		@Override
		public Map<String, String> convertToEntityAttribute(String column) {
			return JSON.readValue(column, new TypeReference<>() {
			});
		}

	}

	static class Move implements AttributeConverter<StockMove, String> {

		@Override
		public @org.jspecify.annotations.Nullable String convertToDatabaseColumn(
				@org.jspecify.annotations.Nullable StockMove move) {
			return (move != null) ? JSON.writeValueAsString(move) : null;
		}

		@Override
		public @org.jspecify.annotations.Nullable StockMove convertToEntityAttribute(
				@org.jspecify.annotations.Nullable String column) {
			return (column != null) ? JSON.readValue(column, StockMove.class) : null;
		}

	}

}
