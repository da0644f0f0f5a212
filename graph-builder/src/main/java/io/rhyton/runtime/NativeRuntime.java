package io.rhyton.runtime;

import com.google.errorprone.annotations.MustBeClosed;
import java.time.Duration;
import java.util.Locale;
import org.tensorflow.EagerSession;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;

/**
 * The way to TensorFlow's native code. Its settings are read once, when its first class is loaded,
 * so everything native begins here.
 */
public final class NativeRuntime {
  private static final String LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";

  private static final ShutdownGate GATE =
      new ShutdownGate(Duration.ofSeconds(10), Duration.ofSeconds(1));

  static {
    // By default, JavaCPP fails as soon as the process uses four times the maximum Java heap, and
    // a model is not on the heap. JavaCPP reads the name in both spellings.
    if (System.getProperty(LIMIT) == null
        && System.getProperty(LIMIT.toLowerCase(Locale.ROOT)) == null) {
      System.setProperty(LIMIT, "0");
    }
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(GATE::close, "rhyton-shutdown"));
    } catch (IllegalStateException e) {
      // The JVM is ending already: a shutdown hook of the program is the first to need TensorFlow.
    }
  }

  private NativeRuntime() {}

  /** Prepares for native code that is called in another way. */
  public static void load() {}

  /** Creates an empty graph, which the caller closes. */
  public static Graph newGraph() {
    return new Graph();
  }

  /** Runs a session. While the JVM ends, it is held back for a moment. */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The caller closes it.
  public static Result run(Session.Runner runner) {
    return GATE.run(runner::run);
  }

  /** Runs a session for its effect only; see {@link #run}. */
  public static void execute(Session.Runner runner) {
    GATE.run(runner::run).close();
  }

  /** Creates a session that runs ops immediately. */
  @MustBeClosed
  public static EagerSession newEagerSession() {
    return EagerSession.create();
  }
}
