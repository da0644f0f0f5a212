package io.rhyton.keras.weights;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The naming schemes for optimizer variables in legacy {@code .h5} files. */
public enum SlotNames {
  /**
   * Up to Keras 2.10, and {@code optimizers.legacy} in newer versions: {@code
   * Adam/conv/kernel/m:0}.
   */
  OLD_KERAS_2("(.+/)?iter") {
    @Override
    String pattern(String slot) {
      return ".+/(" + String.join("|", old(slot)) + ")";
    }

    @Override
    Stream<String> endings(String slot, String weight) {
      return old(slot).stream().map(word -> "/" + weight + "/" + word);
    }
  },
  /**
   * From Keras 2.11: {@code Adam/m/conv/kernel:0}, and {@code m/conv/kernel:0} in a loaded model.
   */
  NEW_KERAS_2("iteration") {
    @Override
    String pattern(String slot) {
      return "([^/]+/)?(" + NEW.getOrDefault(slot, slot) + ")/.+";
    }

    @Override
    Stream<String> endings(String slot, String weight) {
      return Stream.of(NEW.getOrDefault(slot, slot).split("\\|", -1))
          .map(word -> "/" + word + "/" + weight);
    }
  },
  /** {@code adam/conv_kernel_momentum}. */
  KERAS_3("[^/]+/iteration") {
    @Override
    String pattern(String slot) {
      return switch (slot) {
        // Belongs to Nadam, and is the only variable without a name.
        case "u_product" -> "([^/]+/)?variable(_\\d+)?";
        case "accumulator" -> "[^/]+/.+(?<!_gradient)_accumulator";
        default -> "[^/]+/.+_" + slot;
      };
    }

    @Override
    Stream<String> endings(String slot, String weight) {
      return Stream.of("/" + weight.replace('/', '_') + "_" + slot);
    }
  };

  private static final Pattern LEARNING_RATE = Pattern.compile("([^/]+/)?learning_rate");

  private static final Map<String, String> NEW =
      Map.of(
          "momentum", "m|momentum", "velocity", "v|velocity", "velocity_hat", "vhat", "norm", "u");

  private static final Map<String, List<String>> OLD =
      Map.of(
          "momentum", List.of("m", "momentum"),
          "velocity", List.of("v", "rms"),
          "velocity_hat", List.of("vhat"),
          "norm", List.of("v"),
          "average_gradient", List.of("mg"),
          "accumulated_grad", List.of("accum_grad"),
          "accumulated_delta_var", List.of("accum_var"));

  private final Pattern iteration;

  SlotNames(String iteration) {
    this.iteration = Pattern.compile(iteration);
  }

  /** A regular expression for the names of a kind of slot, without the number at the end. */
  abstract String pattern(String slot);

  /** The possible endings of the name of a weight's slot variable, without the number. */
  abstract Stream<String> endings(String slot, String weight);

  /**
   * The weight that a slot variable belongs to according to its name.
   *
   * @param slot the kind of slot, as named in Keras 3
   * @param weights the names of the model's weights in the file, by canonical name
   */
  Optional<String> owner(String name, String slot, Map<String, String> weights) {
    String whole = "/" + withoutNumber(name);
    // If several weights match, the longest name is the right one: the others are suffixes of it.
    return weights.entrySet().stream()
        .filter(weight -> endings(slot, withoutNumber(weight.getValue())).anyMatch(whole::endsWith))
        .max(Comparator.comparingInt(weight -> weight.getValue().length()))
        .map(Map.Entry::getKey);
  }

  private static String withoutNumber(String name) {
    return name.replaceFirst(":0$", "");
  }

  /** The possible names in Keras 2.10 and older of a kind of slot, as named in Keras 3. */
  public static List<String> old(String slot) {
    return OLD.getOrDefault(slot, List.of(slot));
  }

  /** The naming scheme of these names; empty if it is unknown. */
  static Optional<SlotNames> of(List<String> names) {
    return Stream.of(values()).filter(scheme -> scheme.iteration(names).isPresent()).findFirst();
  }

  /** The name of the iteration variable. */
  Optional<String> iteration(List<String> names) {
    return matching(names, iteration).stream().findFirst();
  }

  /** Whether a name is that of the iteration or the learning rate. */
  boolean isNumber(String name) {
    String plain = withoutNumber(name);
    return iteration.matcher(plain).matches() || LEARNING_RATE.matcher(plain).matches();
  }

  /** The name of the learning rate, which Keras 2 stores elsewhere. */
  static Optional<String> learningRate(List<String> names) {
    return matching(names, LEARNING_RATE).stream().findFirst();
  }

  /**
   * The names of the slot variables of a kind, in the order of the weights.
   *
   * @param slot the kind of slot, as named in Keras 3
   */
  List<String> slots(List<String> names, String slot) {
    return matching(names, Pattern.compile(pattern(slot)));
  }

  private static List<String> matching(List<String> names, Pattern pattern) {
    return names.stream().filter(name -> pattern.matcher(withoutNumber(name)).matches()).toList();
  }
}
