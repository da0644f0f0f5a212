package io.rhyton.runtime;

import com.google.errorprone.annotations.MustBeClosed;
import java.util.Locale;
import org.tensorflow.EagerSession;
import org.tensorflow.Graph;

/**
 * The way to TensorFlow's native code. Its settings are read once, when its first class is loaded,
 * so everything native begins here.
 */
public final class NativeRuntime {
  private static final String LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";

  static {
    // By default, JavaCPP fails as soon as the process uses four times the maximum Java heap, and
    // a model is not on the heap. JavaCPP reads the name in both spellings.
    if (System.getProperty(LIMIT) == null
        && System.getProperty(LIMIT.toLowerCase(Locale.ROOT)) == null) {
      System.setProperty(LIMIT, "0");
    }
  }

  private NativeRuntime() {}

  /** Prepares for native code that is called in another way. */
  public static void load() {}

  /** Creates an empty graph, which the caller closes. */
  public static Graph newGraph() {
    return new Graph();
  }

  /** Creates a session that runs ops immediately. */
  @MustBeClosed
  public static EagerSession newEagerSession() {
    return EagerSession.create();
  }
}
