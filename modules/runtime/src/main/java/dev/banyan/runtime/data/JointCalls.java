package dev.banyan.runtime.data;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes calls that come at the same time together, so that they share a transaction and
 * its commit: those that come while others are made wait for them and are the next ones.
 * A call alone waits for nobody. Calls that fail together are made again one by one, so
 * that each fails for itself only: what is called has to leave nothing behind when it
 * fails. Within a transaction a call is made alone, in that transaction. Thread-safe; see
 * docs/adr/0012.
 *
 * @param <C> what is called with
 * @param <R> what is answered
 */
public final class JointCalls<C, R extends @Nullable Object> {

	/** Beside pauses, nobody waits longer for somebody else who stands still. */
	private static final Duration PATIENCE = Duration.ofMillis(250);

	private final int most;

	private final Duration pause;

	private final Duration patience;

	private final Function<List<C>, List<R>> calls;

	private final Queue<Waiting<C, R>> waiting = new ConcurrentLinkedQueue<>();

	private final Lock turn = new ReentrantLock();

	private volatile boolean several;

	/**
	 * Calls that are made together without delay.
	 * @param most how many are made together at most, at least 1
	 * @param calls makes them; answers in their order
	 */
	public JointCalls(int most, Function<List<C>, List<R>> calls) {
		this(most, Duration.ZERO, calls);
	}

	/**
	 * Calls that wait for others.
	 * @param most how many are made together at most, at least 1
	 * @param pause how long the first one waits for others if the last time several came;
	 * 0 for not at all
	 * @param calls makes them; answers in their order
	 */
	public JointCalls(int most, Duration pause, Function<List<C>, List<R>> calls) {
		this(most, pause, PATIENCE.plus(pause.multipliedBy(4)), calls);
	}

	JointCalls(int most, Duration pause, Duration patience, Function<List<C>, List<R>> calls) {
		this.most = most;
		this.pause = pause;
		this.patience = patience;
		this.calls = calls;
	}

	/**
	 * Makes a call.
	 * @param call what is called with
	 * @return its answer
	 * @throws RuntimeException as thrown when it was made alone
	 */
	public R call(C call) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			return alone(call);
		}
		Waiting<C, R> own = new Waiting<>(call);
		this.waiting.add(own);
		if (taken()) {
			try {
				while (!own.answer().isDone()) {
					makeNext();
				}
			}
			finally {
				this.turn.unlock();
			}
		}
		else if (this.waiting.remove(own)) {
			return alone(call);
		}
		return own.answered();
	}

	private boolean taken() {
		try {
			return this.turn.tryLock(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private void makeNext() {
		if (this.several && this.pause.isPositive()) {
			pause();
		}
		List<Waiting<C, R>> next = new ArrayList<>();
		for (Waiting<C, R> one = this.waiting.poll(); one != null; one = this.waiting.poll()) {
			next.add(one);
			if (next.size() == this.most) {
				break;
			}
		}
		this.several = next.size() > 1;
		if (!this.several || !madeTogether(next)) {
			next.forEach((one) -> one.answerBy(this::alone));
		}
	}

	private void pause() {
		try {
			Thread.sleep(this.pause);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean madeTogether(List<Waiting<C, R>> next) {
		try {
			List<R> answers = this.calls.apply(next.stream().map(Waiting::call).toList());
			for (int i = 0; i < next.size(); i++) {
				next.get(i).answer().complete(answers.get(i));
			}
			return true;
		}
		catch (RuntimeException | Error ex) {
			return false;
		}
	}

	private R alone(C call) {
		return this.calls.apply(List.of(call)).getFirst();
	}

	/**
	 * A call that is not made yet; each is one of its own.
	 */
	private static final class Waiting<C, R extends @Nullable Object> {

		private final C call;

		private final CompletableFuture<R> answer = new CompletableFuture<>();

		Waiting(C call) {
			this.call = call;
		}

		C call() {
			return this.call;
		}

		CompletableFuture<R> answer() {
			return this.answer;
		}

		void answerBy(Function<C, R> alone) {
			try {
				this.answer.complete(alone.apply(this.call));
			}
			catch (RuntimeException | Error ex) {
				this.answer.completeExceptionally(ex);
			}
		}

		R answered() {
			try {
				return this.answer.join();
			}
			catch (CompletionException ex) {
				if (ex.getCause() instanceof RuntimeException cause) {
					throw cause;
				}
				if (ex.getCause() instanceof Error cause) {
					throw cause;
				}
				throw ex;
			}
		}

	}

}
