package dev.banyan.runtime.data;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(30)
class JointCallsTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final List<List<Integer>> made = new CopyOnWriteArrayList<>();

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch goOn = new CountDownLatch(1);

	@AfterEach
	void goOn() {
		this.goOn.countDown();
	}

	private List<String> make(List<Integer> calls) {
		this.made.add(calls);
		if (calls.contains(0)) {
			this.begun.countDown();
			await(this.goOn);
		}
		if (calls.contains(-1)) {
			throw new IllegalArgumentException("-1 of " + calls.size());
		}
		return calls.stream().map((call) -> "answer " + call).toList();
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void aCallAloneIsMadeAtOnce() {
		JointCalls<Integer, String> joint = new JointCalls<>(10, Duration.ofHours(1), this::make);
		assertThat(joint.call(7)).isEqualTo("answer 7");
		assertThat(joint.call(8)).isEqualTo("answer 8");
		assertThat(this.made).containsExactly(List.of(7), List.of(8));
	}

	@Test
	void whatComesMeanwhileIsMadeTogetherAndAnsweredToEach() {
		JointCalls<Integer, String> joint = new JointCalls<>(3, Duration.ZERO, LONG, this::make);
		List<CompletableFuture<String>> answers = whileTheFirstIsMade(joint, 1, 2, 3, 4);
		for (int i = 0; i < answers.size(); i++) {
			assertThat(answers.get(i).join()).isEqualTo("answer " + i);
		}
		assertThat(this.made).hasSize(3);
		assertThat(this.made.get(0)).containsExactly(0);
		assertThat(this.made.get(1)).hasSize(3);
		assertThat(this.made.get(2)).hasSize(1);
	}

	@Test
	void whatFailsTogetherFailsForItselfOnly() {
		JointCalls<Integer, String> joint = new JointCalls<>(10, Duration.ZERO, LONG, this::make);
		List<CompletableFuture<String>> answers = whileTheFirstIsMade(joint, 1, -1, 2);
		assertThat(answers.get(1).join()).isEqualTo("answer 1");
		assertThat(answers.get(2)).failsWithin(Duration.ofSeconds(10))
			.withThrowableThat()
			.withCauseInstanceOf(IllegalArgumentException.class)
			.withMessageContaining("-1 of 1");
		assertThat(answers.get(3).join()).isEqualTo("answer 2");
		assertThat(this.made).hasSize(5);
	}

	@Test
	void aCallAloneThrowsWhatIsThrown() {
		JointCalls<Integer, String> joint = new JointCalls<>(10, this::make);
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> joint.call(-1));
		assertThat(joint.call(1)).isEqualTo("answer 1");
	}

	@Test
	void nobodyWaitsForeverForOneThatStandsStill() {
		JointCalls<Integer, String> joint = new JointCalls<>(10, this::make);
		CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> joint.call(0),
				Thread::startVirtualThread);
		await(this.begun);
		assertThat(joint.call(1)).isEqualTo("answer 1");
		assertThat(first).isNotDone();
	}

	@Test
	void withinATransactionACallIsMadeInIt() {
		JointCalls<Integer, String> joint = new JointCalls<>(10, Duration.ZERO, LONG, this::make);
		CompletableFuture.runAsync(() -> joint.call(0), Thread::startVirtualThread);
		await(this.begun);
		TransactionSynchronizationManager.setActualTransactionActive(true);
		try {
			long start = System.nanoTime();
			assertThat(joint.call(1)).isEqualTo("answer 1");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG.dividedBy(2));
		}
		finally {
			TransactionSynchronizationManager.setActualTransactionActive(false);
		}
	}

	/** Waits until all of them wait, then lets the first go on. */
	private List<CompletableFuture<String>> whileTheFirstIsMade(JointCalls<Integer, String> joint, int... others) {
		List<CompletableFuture<String>> answers = new ArrayList<>();
		answers.add(CompletableFuture.supplyAsync(() -> joint.call(0), Thread::startVirtualThread));
		await(this.begun);
		List<Thread> threads = new ArrayList<>();
		for (int other : others) {
			CompletableFuture<String> answer = new CompletableFuture<>();
			answers.add(answer);
			threads.add(Thread.ofVirtual().start(() -> {
				try {
					answer.complete(joint.call(other));
				}
				catch (RuntimeException ex) {
					answer.completeExceptionally(ex);
				}
			}));
		}
		while (!threads.stream().allMatch((thread) -> thread.getState() == Thread.State.TIMED_WAITING)) {
			Thread.onSpinWait();
		}
		this.goOn.countDown();
		return answers;
	}

}
