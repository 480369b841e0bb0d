package shop.orders.internal;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;

import shop.stock.Stock;

class Warming implements SmartInitializingSingleton, SmartLifecycle {

	private final Stock stock;

	private final int level;

	{
		this.level = 3;
	}

	Warming(Stock stock) {
		this.stock = stock;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.stock.level(1); // blocker: a seam once all are made
	}

	@Override
	public void start() {
		this.stock.level(2); // blocker: a seam while it starts
	}

	@Override
	public void stop() {
		this.stock.level(this.level); // clean: while it stops
	}

	@Override
	public boolean isRunning() {
		return true;
	}

	@EventListener
	void refreshed(ContextRefreshedEvent event) {
		this.stock.level(4); // blocker: a seam once it is set up
	}

}
