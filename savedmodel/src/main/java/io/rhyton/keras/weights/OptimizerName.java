package io.rhyton.keras.weights;

import io.rhyton.keras.codec.OptimizerCodecs;
import io.rhyton.model.optimizer.Optimizer;
import java.util.Locale;

/**
 * The name of an optimizer in a file, which distinguishes it from others with similar variables:
 * {@code adam}, {@code Adam}, {@code rmsprop_1}, or a name given by the user.
 */
final class OptimizerName {
  private OptimizerName() {}

  /** The default name of an optimizer. */
  static String of(Optimizer optimizer) {
    return plain(optimizer.getClass());
  }

  /** Whether a name is the default name of another type of optimizer. */
  static boolean isOther(String name, Optimizer optimizer) {
    String plain = name.replaceFirst("_\\d+$", "").replace("_", "").toLowerCase(Locale.ROOT);
    return !plain.equals(of(optimizer))
        && OptimizerCodecs.ALL.stream().anyMatch(codec -> plain(codec.type()).equals(plain));
  }

  private static String plain(Class<?> type) {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }
}
