package io.rhyton.keras;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the optimizers of a version of Keras name their variables in legacy {@code .h5} files. */
enum SlotNames {
  /** Up to Keras 2.10, and {@code optimizers.legacy} after it: {@code Adam/conv/kernel/m:0}. */
  OLD_KERAS_2("(.+/)?iter", ".+/(m|momentum)", ".+/v"),
  /** From Keras 2.11: {@code Adam/m/conv/kernel:0}. */
  NEW_KERAS_2("iteration", "[^/]+/m/.+", "[^/]+/v/.+"),
  /** {@code adam/conv_kernel_momentum}. */
  KERAS_3("[^/]+/iteration", "[^/]+/.+_momentum", "[^/]+/.+_velocity");

  private static final Pattern LEARNING_RATE = Pattern.compile("([^/]+/)?learning_rate");

  private final Pattern iteration;
  private final Pattern momentum;
  private final Pattern velocity;

  SlotNames(String iteration, String momentum, String velocity) {
    this.iteration = Pattern.compile(iteration);
    this.momentum = Pattern.compile(momentum);
    this.velocity = Pattern.compile(velocity);
  }

  /** How these names are made; empty if it is in no known way. */
  static Optional<SlotNames> of(List<String> names) {
    return Stream.of(values()).filter(way -> way.iteration(names).isPresent()).findFirst();
  }

  /** The name of the number of steps done. */
  Optional<String> iteration(List<String> names) {
    return matching(names, iteration).stream().findFirst();
  }

  /** The name of the step size, which Keras 2 keeps elsewhere. */
  static Optional<String> learningRate(List<String> names) {
    return matching(names, LEARNING_RATE).stream().findFirst();
  }

  /**
   * The names of a kind of slots, in the order of the weights.
   *
   * @param slot the kind, in the words of Keras 3
   */
  List<String> slots(List<String> names, String slot) {
    return switch (slot) {
      case "momentum" -> matching(names, momentum);
      case "velocity" -> matching(names, velocity);
      default -> List.of();
    };
  }

  private static List<String> matching(List<String> names, Pattern pattern) {
    return names.stream()
        .filter(name -> pattern.matcher(name.replaceFirst(":0$", "")).matches())
        .toList();
  }
}
