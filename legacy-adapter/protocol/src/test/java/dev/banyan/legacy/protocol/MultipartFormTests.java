package dev.banyan.legacy.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MultipartFormTests {

	private static final String BODY = """
			--x\r
			Content-Disposition: form-data; name="name"\r
			\r
			A & B\r
			--x\r
			Content-Disposition: form-data; name="dimensions[width]"\r
			\r
			5\r
			--x\r
			Content-Disposition: form-data; name="file"; filename="a.png"\r
			\r
			PNG\r
			--x--\r
			""";

	@Test
	void readsFieldsButNoFiles() {
		assertThat(parse("multipart/form-data; boundary=x"))
			.isEqualTo(Map.of("name", "A & B", "dimensions", Map.of("width", "5")));
		assertThat(parse("multipart/form-data; boundary=\"x\"")).containsKey("name");
	}

	@Test
	void hasNoFieldsWithoutABoundary() {
		assertThat(parse("multipart/form-data")).isEmpty();
		assertThat(parse("multipart/form-data; boundary=")).isEmpty();
	}

	private static Map<String, Object> parse(String contentType) {
		return Map.copyOf(MultipartForm.parse(contentType, BODY.getBytes(StandardCharsets.UTF_8)));
	}

}
