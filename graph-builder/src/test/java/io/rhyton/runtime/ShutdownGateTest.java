package io.rhyton.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ShutdownGateTest {
  private static final Duration LONG = Duration.ofDays(1);

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  private Integer work() {
    begun.countDown();
    await(mayEnd);
    return 1;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theEndWaitsForARunThatHasBegun() throws Exception {
    ShutdownGate gate = new ShutdownGate(LONG, LONG);
    CompletableFuture<Integer> run = CompletableFuture.supplyAsync(() -> gate.run(this::work));
    await(begun);
    CompletableFuture<Void> end = CompletableFuture.runAsync(gate::close);
    assertThat(end).isNotDone();
    mayEnd.countDown();
    end.get();
    assertThat(run.get()).isOne();
  }

  @Test
  void aRunThatBeginsLaterIsHeldBackAndThenContinues() {
    Duration hold = Duration.ofMillis(200);
    ShutdownGate gate = new ShutdownGate(LONG, hold);
    gate.close();
    long closed = System.nanoTime();
    assertThat(gate.run(() -> 1)).isOne();
    assertThat(System.nanoTime() - closed).isGreaterThan(hold.dividedBy(2).toNanos());
    // Only the first ones wait.
    assertThat(gate.run(() -> 2)).isEqualTo(2);
  }

  @Test
  void theEndWaitsForALongRunOnlyForAWhile() throws Exception {
    ShutdownGate gate = new ShutdownGate(Duration.ofMillis(50), LONG);
    CompletableFuture<Integer> run = CompletableFuture.supplyAsync(() -> gate.run(this::work));
    await(begun);
    gate.close();
    assertThat(run).isNotDone();
    mayEnd.countDown();
    assertThat(run.get()).isOne();
  }

  @Test
  void anInterruptedRunIsNotHeldBack() throws Exception {
    ShutdownGate gate = new ShutdownGate(LONG, LONG);
    gate.close();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              interrupted.complete(gate.run(Thread::interrupted));
            });
    thread.start();
    assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
    thread.join();
  }
}
