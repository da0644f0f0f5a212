package io.rhyton.runtime;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Holds back native runs while the JVM ends: TensorFlow may crash if its threads compute while the
 * process destroys what they use.
 *
 * <p>The end waits for the runs that have begun, up to a limit. Those that begin later are held
 * back for a moment, which the JVM needs to end. If it has not ended by then, a shutdown hook of
 * the program is still running, and may be waiting for them; so they continue.
 */
final class ShutdownGate {
  private static final long POLL_MILLIS = 1;

  private final Duration mostWaiting;
  private final Duration hold;
  private final AtomicInteger runs = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean closing;
  private volatile long closedNanos;

  /**
   * Creates an open gate.
   *
   * @param mostWaiting how long {@link #close} waits for runs
   * @param hold how long runs are held back after that
   */
  ShutdownGate(Duration mostWaiting, Duration hold) {
    this.mostWaiting = mostWaiting;
    this.hold = hold;
  }

  /** Runs native code, which must not use the gate again. */
  <T> T run(Supplier<T> work) {
    runs.incrementAndGet();
    try {
      // Read after counting, so that either close sees this run, or this run sees close.
      if (closing) {
        runs.decrementAndGet();
        holdBack();
        runs.incrementAndGet();
      }
      return work.get();
    } finally {
      runs.decrementAndGet();
    }
  }

  /** Waits until no run is in progress, and holds back those that begin. */
  void close() {
    closing = true;
    long begun = System.nanoTime();
    try {
      while (runs.get() > 0 && System.nanoTime() - begun < mostWaiting.toNanos()) {
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closedNanos = System.nanoTime();
      closed.countDown();
    }
  }

  private void holdBack() {
    try {
      if (closed.await(mostWaiting.toNanos(), TimeUnit.NANOSECONDS)) {
        TimeUnit.NANOSECONDS.sleep(closedNanos + hold.toNanos() - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
