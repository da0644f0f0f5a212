package io.rhyton.keras.weights;

import io.rhyton.keras.codec.OptimizerCodecs;
import io.rhyton.model.optimizer.Optimizer;
import java.util.Locale;

/**
 * What Keras calls an optimizer in a file, in which its variables may look like those of another:
 * {@code adam}, {@code Adam}, {@code rmsprop_1}, or a name that the user gave it.
 */
final class OptimizerName {
  private OptimizerName() {}

  /** What an optimizer is called unless it is given a name. */
  static String of(Optimizer optimizer) {
    return plain(optimizer.getClass());
  }

  /** Whether a name is that of an optimizer of another kind. */
  static boolean isOther(String name, Optimizer optimizer) {
    String plain = name.replaceFirst("_\\d+$", "").replace("_", "").toLowerCase(Locale.ROOT);
    return !plain.equals(of(optimizer))
        && OptimizerCodecs.ALL.stream().anyMatch(codec -> plain(codec.type()).equals(plain));
  }

  private static String plain(Class<?> type) {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }
}
