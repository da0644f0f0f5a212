package io.rhyton.session;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The time during which a session may be used. Closing waits for the uses that other threads have
 * begun; every use begun later is rejected here, before TensorFlow sees it.
 */
public final class SessionLifetime {
  private final String name;
  private final ReentrantReadWriteLock uses = new ReentrantReadWriteLock();
  private volatile boolean closed;

  /**
   * Starts open.
   *
   * @param name the name in messages, for instance {@code Model 'cifar10'}
   */
  public SessionLifetime(String name) {
    this.name = name;
  }

  /** The name in messages. */
  public String name() {
    return name;
  }

  /** Returns whether it has ended. */
  public boolean isClosed() {
    return closed;
  }

  /**
   * Checks that it has not ended.
   *
   * @throws IllegalStateException if it has
   */
  public void requireOpen() {
    if (closed) {
      throw new IllegalStateException(name + " is closed");
    }
  }

  /**
   * Uses the session, which stays open until then. Uses can be nested, and concurrent.
   *
   * @throws IllegalStateException if it is closed
   */
  public <T> T use(Supplier<T> work) {
    uses.readLock().lock();
    try {
      requireOpen();
      return work.get();
    } finally {
      uses.readLock().unlock();
    }
  }

  /** Uses the session without a result; see {@link #use}. */
  public void run(Runnable work) {
    use(
        () -> {
          work.run();
          return this;
        });
  }

  /**
   * Ends it once no other thread uses the session; a second call has no effect.
   *
   * @param release releases the session
   * @throws IllegalStateException if this thread is using the session, which would wait for itself
   */
  public void close(Runnable release) {
    if (uses.getReadHoldCount() > 0) {
      throw new IllegalStateException(
          name + " cannot be closed by a function that is reading it; close it afterwards");
    }
    uses.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        release.run();
      }
    } finally {
      uses.writeLock().unlock();
    }
  }
}
