package dev.banyan.legacy.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The handlers that the faces of this process bind to declared routes.
 */
public final class Routes {

	private final DeclaredRoutes declared;

	private final Map<String, Bound> handlers = new HashMap<>();

	/**
	 * A handler and what it does.
	 *
	 * @param action what a caller needs permission for
	 * @param handler the handler
	 */
	record Bound(Action action, Handler handler) {
	}

	Routes(DeclaredRoutes declared) {
		this.declared = declared;
	}

	/**
	 * Binds one endpoint.
	 * @param methods HTTP methods, separated by a space
	 * @param pattern the declared pattern, for example
	 * {@code /wc/v3/orders/(?P<id>[\d]+)/receipt}
	 * @param action what a caller needs permission for
	 * @param handler the handler
	 * @return this
	 * @throws IllegalArgumentException if no such endpoint is declared
	 */
	public Routes on(String methods, String pattern, Action action, Handler handler) {
		DeclaredRoute route = this.declared.route(pattern);
		for (String method : methods.split(" ")) {
			if (!route.methods().contains(method)) {
				throw new IllegalArgumentException(method + " is not declared for " + pattern);
			}
			this.handlers.put(method + " " + pattern, new Bound(action, handler));
		}
		return this;
	}

	/**
	 * Lets the shop's data decide what a parameter may be, in place of the declared list.
	 * @param pattern the declared pattern
	 * @param parameter the parameter
	 * @param values what it may be, asked for at each request
	 * @return this
	 */
	public Routes choices(String pattern, String parameter, Supplier<List<String>> values) {
		this.declared.route(pattern).choices(parameter, values);
		return this;
	}

	/**
	 * Lets the shop's data decide what a parameter is that is not given, in place of the
	 * declared default. The handler does not see it, it has to do so itself.
	 * @param pattern the declared pattern
	 * @param parameter the parameter
	 * @param value what its description shows as the default, asked for at each request
	 * @return this
	 */
	public Routes standard(String pattern, String parameter, Supplier<String> value) {
		this.declared.route(pattern).standard(parameter, value);
		return this;
	}

	/**
	 * Starts to bind the usual endpoints of a resource.
	 * @param collection the declared pattern of its collection
	 * @return the resource; its item is named by {@code id}
	 */
	public Resource resource(String collection) {
		return new Resource(collection, "/(?P<id>[\\d]+)");
	}

	/**
	 * Starts to bind the usual endpoints of a resource.
	 * @param collection the declared pattern of its collection
	 * @param item what the pattern of an item adds to that
	 * @return the resource
	 */
	public Resource resource(String collection, String item) {
		return new Resource(collection, item);
	}

	@Nullable Bound bound(String method, DeclaredRoute route) {
		return this.handlers.get(method + " " + route.pattern());
	}

	/**
	 * The usual endpoints of a resource.
	 */
	public final class Resource {

		private final String collection;

		private final String item;

		private @Nullable Handler create;

		private @Nullable Handler update;

		private @Nullable Handler delete;

		Resource(String collection, String item) {
			this.collection = collection;
			this.item = collection + item;
		}

		/**
		 * Binds GET of the collection.
		 * @param handler the handler
		 * @return this
		 */
		public Resource list(Handler handler) {
			on("GET", this.collection, Action.LIST, handler);
			return this;
		}

		/**
		 * Binds POST of the collection.
		 * @param handler the handler
		 * @return this
		 */
		public Resource create(Handler handler) {
			this.create = handler;
			on("POST", this.collection, Action.CREATE, handler);
			return this;
		}

		/**
		 * Binds GET of an item.
		 * @param handler the handler
		 * @return this
		 */
		public Resource get(Handler handler) {
			on("GET", this.item, Action.VIEW, handler);
			return this;
		}

		/**
		 * Binds POST, PUT and PATCH of an item.
		 * @param handler the handler
		 * @return this
		 */
		public Resource update(Handler handler) {
			this.update = handler;
			on("POST PUT PATCH", this.item, Action.EDIT, handler);
			return this;
		}

		/**
		 * Binds DELETE of an item.
		 * @param handler the handler
		 * @return this
		 */
		public Resource delete(Handler handler) {
			this.delete = handler;
			on("DELETE", this.item, Action.DELETE, handler);
			return this;
		}

		/**
		 * Binds the batch endpoint to what was bound before.
		 * @return this
		 */
		public Resource batch() {
			DeclaredRoute route = Routes.this.declared.route(this.collection);
			on("POST PUT PATCH", this.collection + "/batch", Action.BATCH,
					new Batch(route, this.create, this.update, this.delete));
			return this;
		}

	}

}
