package shop.billing;

public record LedgerQuery(int page) {

	public static Builder builder() {
		return new Builder();
	}

	public static final class Builder { // clean: makes what is handed over, and is not

		private int page;

		public Builder page(int page) {
			this.page = page;
			return this;
		}

		public LedgerQuery build() {
			return new LedgerQuery(this.page);
		}

	}

}
