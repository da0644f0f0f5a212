package io.rhyton.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Threads that do work piece by piece, what came first first. One does it all as long as the pieces
 * are quick; more join it when they are slow, such as images to be decoded.
 */
final class PieceWorkers implements AutoCloseable {
  /** To wake a thread for less does not pay. */
  private static final long SLOW_NANOS = 50_000;

  private static final int QUICK_PIECES = 64;

  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Thread> threads = new ArrayList<>();
  private final Deque<Piecework> waiting = new ArrayDeque<>();
  private int begun;
  private int idle;
  private boolean closed;
  private volatile boolean known;
  private volatile boolean slow;

  /**
   * Starts no thread yet.
   *
   * @param most how many threads there may be
   */
  PieceWorkers(int most) {
    this.most = most;
  }

  void add(Piecework work) {
    lock.lock();
    try {
      waiting.add(work);
      callOne();
    } finally {
      lock.unlock();
    }
  }

  private void callOne() {
    if (idle > 0) {
      changed.signal();
    } else if (threads.size() < most) {
      Thread thread = new Thread(this::work, "rhyton-feeder-" + (threads.size() + 1));
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  private void work() {
    for (Pieces next = take(); next != null; next = take()) {
      long start = System.nanoTime();
      for (int piece = next.from(); piece < next.to(); piece++) {
        next.work().run(piece);
      }
      slow = System.nanoTime() - start > SLOW_NANOS * (next.to() - next.from());
      known = true;
    }
  }

  /** Waits for pieces; returns null when there will be no more. */
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
      Piecework work = waiting.element();
      int from = begun;
      begun = Math.min(work.pieces(), from + (known && !slow ? QUICK_PIECES : 1));
      Pieces taken = new Pieces(work, from, begun);
      if (begun == work.pieces()) {
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

  /** Drops the pieces that are not begun, and waits for those that are. */
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

  /** Pieces from one place to before another. */
  private record Pieces(Piecework work, int from, int to) {}
}
