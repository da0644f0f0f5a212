package io.rhyton.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A thread pool for tasks that are split into pieces, in first-in, first-out order. A single thread
 * does all the work as long as pieces are fast; more threads join when they are slow, as with image
 * decoding.
 */
final class PrefetchPool implements AutoCloseable {
  /** Waking another thread for shorter pieces does not pay off. */
  private static final long SLOW_NANOS = 50_000;

  private static final int QUICK_PIECES = 64;

  private final int most;
  private final String name;
  private final boolean interrupts;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Thread> threads = new ArrayList<>();
  private final Deque<PrefetchTask> waiting = new ArrayDeque<>();
  private int begun;
  private int idle;
  private boolean closed;
  private volatile boolean known;
  private volatile boolean slow;

  /**
   * Creates a pool; threads are started on demand.
   *
   * @param most the maximum number of threads
   */
  PrefetchPool(int most) {
    this(most, "rhyton-prefetch", false);
  }

  private PrefetchPool(int most, String name, boolean interrupts) {
    this.most = most;
    this.name = name;
    this.interrupts = interrupts;
  }

  /** A pool that reads samples of a data set, with a thread per CPU. */
  static PrefetchPool forSamples() {
    return new PrefetchPool(Runtime.getRuntime().availableProcessors());
  }

  /** A single thread that waits for a batch source; closing the pool interrupts it. */
  static PrefetchPool forSource() {
    return new PrefetchPool(1, "rhyton-source", true);
  }

  void add(PrefetchTask task) {
    lock.lock();
    try {
      waiting.add(task);
      callOne();
    } finally {
      lock.unlock();
    }
  }

  private void callOne() {
    if (idle > 0) {
      changed.signal();
    } else if (threads.size() < most) {
      Thread thread = new Thread(this::work, name + "-" + (threads.size() + 1));
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  private void work() {
    for (Pieces next = take(); next != null; next = take()) {
      long start = System.nanoTime();
      for (int piece = next.from(); piece < next.to(); piece++) {
        next.task().run(piece);
      }
      slow = System.nanoTime() - start > SLOW_NANOS * (next.to() - next.from());
      known = true;
    }
  }

  /** Waits for pieces; returns null once the pool is closed. */
  private @Nullable Pieces take() {
    lock.lock();
    try {
      while (waiting.isEmpty()) {
        if (closed) {
          return null;
        }
        idle++;
        changed.awaitUninterruptibly();
        idle--;
      }
      PrefetchTask task = waiting.element();
      int from = begun;
      begun = Math.min(task.pieces(), from + (known && !slow ? QUICK_PIECES : 1));
      Pieces taken = new Pieces(task, from, begun);
      if (begun == task.pieces()) {
        waiting.remove();
        begun = 0;
      }
      if (slow && !waiting.isEmpty()) {
        callOne();
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Discards the pieces not yet started, and waits for those running. */
  @Override
  public void close() {
    List<Thread> started;
    lock.lock();
    try {
      closed = true;
      waiting.clear();
      begun = 0;
      started = List.copyOf(threads);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (interrupts) {
      started.forEach(Thread::interrupt);
    }
    boolean interrupted = false;
    for (Thread thread : started) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The pieces from {@code from} to before {@code to}. */
  private record Pieces(PrefetchTask task, int from, int to) {}
}
