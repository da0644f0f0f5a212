package io.rhyton.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;

/**
 * Releases the native memory of an object once: when it is closed, or, with a warning that says
 * where it was opened, when it was forgotten and is garbage.
 */
public final class LeakGuard {
  private static final Logger LOGGER = System.getLogger(LeakGuard.class.getName());
  private static final Cleaner CLEANER = Cleaner.create();

  private final Release release;
  private final Cleaner.Cleanable cleanable;

  /** Must not refer to the guarded object, which would never become garbage. */
  private static final class Release implements Runnable {
    private final String name;
    private final Runnable action;
    private final Throwable opened = new Throwable("opened here");
    private volatile boolean isClosed;

    Release(String name, Runnable action) {
      this.name = name;
      this.action = action;
    }

    @Override
    public void run() {
      if (!isClosed) {
        LOGGER.log(
            Level.WARNING,
            name + " was not closed. Open it in a try-with-resources statement.",
            opened);
      }
      action.run();
    }
  }

  /**
   * Guards an object.
   *
   * @param guarded what must be closed; methods that use its native memory end with {@link
   *     java.lang.ref.Reference#reachabilityFence}, or it could be released while they run
   * @param name its name in the warning
   * @param release releases the native memory; must not refer to the guarded object
   */
  public LeakGuard(Object guarded, String name, Runnable release) {
    this.release = new Release(name, release);
    this.cleanable = CLEANER.register(guarded, this.release);
  }

  /** Releases the native memory; a second call has no effect. */
  public void close() {
    release.isClosed = true;
    cleanable.clean();
  }
}
