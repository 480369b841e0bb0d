package shop.runtime;

public class Jdbc {

	public Jdbc sql(String sql) {
		return this;
	}

	public Jdbc param(Object value) {
		return this;
	}

	public Jdbc withSchemaName(String name) {
		return this;
	}

	public Jdbc withTableName(String name) {
		return this;
	}

	public int update() {
		return 1;
	}

}
