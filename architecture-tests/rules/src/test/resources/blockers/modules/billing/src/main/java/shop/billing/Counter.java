package shop.billing;

public class Counter { // blocker: an API type that changes

	private int count;

	public void add() {
		this.count++;
	}

	public int count() {
		return this.count;
	}

}
