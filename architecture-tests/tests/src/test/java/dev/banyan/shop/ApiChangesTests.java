package dev.banyan.shop;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes that break clients are told; those that only add are not.
 */
class ApiChangesTests {

	private static final String RELEASED = """
			{"paths":{
			 "/orders":{
			  "get":{"parameters":[{"in":"query","name":"page","schema":{"type":"integer"}},
			    {"in":"query","name":"status","schema":{"type":"string","enum":["paid","open"]}}],
			   "responses":{"200":{"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Order"}}}}}}},
			  "post":{"requestBody":{"content":{"application/json":{"schema":{"type":"object","required":["total"],
			     "properties":{"total":{"type":"string"},"note":{"type":["string","null"]}}}}}},
			   "responses":{"201":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Order"}}}},"default":{}}}},
			 "/notes":{"get":{"responses":{"200":{}}}}},
			"components":{"schemas":{"Order":{"type":"object","required":["id"],
			  "properties":{"id":{"type":"integer"},"state":{"type":"string","enum":["a","b"]},
			   "parent":{"$ref":"#/components/schemas/Order"}}}}}}""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					"/notes":{"get":{"responses":{"200":{}}}} | "/other":{} | GET /notes is gone
					"name":"page" | "name":"paged" | GET /orders parameter query page is gone
					"name":"page", | "name":"page","required":true, | GET /orders parameter query page has become required
					"schema":{"type":"integer"}}, | "schema":{"type":"integer"}},{"in":"query","name":"shop","required":true}, | GET /orders parameter query shop is new and required
					["paid","open"] | ["paid"] | GET /orders parameter query status was one of [open, paid] and is [paid]
					"note":{"type":["string","null"]} | "other":{} | POST /orders body.note is gone
					"note":{"type":["string","null"]} | "note":{"type":"string"} | POST /orders body.note was type [null, string] and is [string]
					"required":["total"] | "required":["total","note"] | POST /orders body.note has become required
					"201" | "200" | POST /orders 201 is gone
					"id":{"type":"integer"} | "id":{"type":"string"} | GET /orders 200[].id was type [integer] and is [string]
					"id":{"type":"integer"}, | ~~ | GET /orders 200[].id is gone
					"required":["id"] | "required":[] | GET /orders 200[].id may be missing now
					["a","b"] | ["a","b","c"] | GET /orders 200[].state was one of [a, b] and is [a, b, c]
					application/json":{"schema":{"$ref | application/xml":{"schema":{"$ref | POST /orders 201 as application/json is gone
					""")
	void tellsWhatBreaksClients(String before, String after, String told) {
		assertThat(changed(before, (after != null) ? after : "")).containsExactly(told);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			"/notes": | "/more":{"get":{}},"/notes":
			"name":"page", | "name":"more"},{"in":"query","name":"page",
			["paid","open"] | ["paid","open","new"]
			"required":["total"] | "required":[]
			"note":{ | "more":{"type":"string"},"note":{
			"id":{"type":"integer"} | "id":{"type":"integer"},"more":{"type":"string"}
			["a","b"] | ["a"]
			"default":{} | "default":{},"409":{}
			""")
	void letsAdditionsPass(String before, String after) {
		assertThat(changed(before, after)).isEmpty();
	}

	@Test
	void findsNothingInTheSameDocument() {
		assertThat(ApiChanges.breaking(document(RELEASED), document(RELEASED))).isEmpty();
	}

	private static List<String> changed(String before, String after) {
		assertThat(RELEASED).contains(before);
		return ApiChanges.breaking(document(RELEASED), document(RELEASED.replace(before, after)));
	}

	private static JsonNode document(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
