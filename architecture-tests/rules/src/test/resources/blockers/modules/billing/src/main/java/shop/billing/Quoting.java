package shop.billing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.transaction.annotation.Transactional;

import shop.billing.internal.Invoice;

public interface Quoting {

	@Transactional // blocker: a framework's annotation in an API
	long quote(long id);

	default long sum(List<Long> ids) {
		return ids.stream().mapToLong(this::quote).sum(); // clean: computes
	}

	<T> T typed(ParameterizedTypeReference<T> type); // blocker: a framework's type as a parameter

	CompletableFuture<Invoice[]> later(); // blocker: an array of entities in an API

	Future<Long> soon(); // clean: types of the JDK

	@Nullable Long perhaps(); // clean: says what may be missing

}
