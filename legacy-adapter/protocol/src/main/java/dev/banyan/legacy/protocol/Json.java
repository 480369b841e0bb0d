package dev.banyan.legacy.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as PHP writes it: with {@code \/} and every non-ASCII character escaped.
 */
final class Json {

	private Json() {
	}

	static JsonMapper mapper() {
		JsonFactory factory = JsonFactory.builder()
			.characterEscapes(new SlashEscaped())
			.enable(JsonWriteFeature.ESCAPE_NON_ASCII)
			.disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
			.build();
		return JsonMapper.builder(factory).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
	}

	private static final class SlashEscaped extends CharacterEscapes {

		private static final SerializedString SLASH = new SerializedString("\\/");

		private final int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();

		SlashEscaped() {
			this.codes['/'] = CharacterEscapes.ESCAPE_CUSTOM;
		}

		@Override
		public int[] getEscapeCodesForAscii() {
			return this.codes;
		}

		@Override
		public @Nullable SerializableString getEscapeSequence(int character) {
			return (character == '/') ? SLASH : null;
		}

	}

}
