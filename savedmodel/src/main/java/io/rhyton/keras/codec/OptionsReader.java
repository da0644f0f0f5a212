package io.rhyton.keras.codec;

import io.rhyton.execution.DTypePolicy;
import io.rhyton.keras.json.JsonText;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.shape.OutputPadding;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the options of one object. A key that is absent or null has Keras's default; an invalid
 * value is reported, and a fallback is returned.
 */
public final class OptionsReader {
  private static final Size2D UNKNOWN_SIZE = new Size2D(1, 1);
  private static final List<Integer> LAST_AXIS = List.of(-1);

  private final JsonValue config;
  private final Set<String> asked = new HashSet<>();
  private final List<JsonValue> differentInKeras2 = new ArrayList<>();
  private final List<Boolean> innerTrainable = new ArrayList<>();

  public OptionsReader(JsonValue config) {
    this.config = config;
  }

  /** Returns a value as it is. */
  public JsonValue get(String key) {
    asked.add(key);
    return config.get(key);
  }

  /** Reads a positive integer, which has no default in Keras. */
  int integer(String key) {
    return get(key).integer(1);
  }

  int integer(String key, int otherwise) {
    JsonValue value = get(key);
    return value.isAbsent() ? otherwise : value.integer(otherwise);
  }

  /** Reads a number, which has no default in Keras. */
  double number(String key) {
    return get(key).number(0.5);
  }

  double number(String key, double otherwise) {
    JsonValue value = get(key);
    return value.isAbsent() ? otherwise : value.number(otherwise);
  }

  /** Reads a number, or returns the given default, which may be null. */
  @Nullable Double numberOrNull(String key, @Nullable Double otherwise) {
    JsonValue value = get(key);
    return value.isAbsent() ? otherwise : (Double) value.number(1);
  }

  @Nullable Integer integerOrNull(String key) {
    JsonValue value = get(key);
    return value.isAbsent() ? null : (Integer) value.integer(2);
  }

  long longInteger(String key, long otherwise) {
    JsonValue value = get(key);
    return value.isAbsent() ? otherwise : value.longInteger(otherwise);
  }

  /** Reads the elements of a list. */
  <T> List<T> elements(String key, Function<JsonValue, T> read) {
    return get(key).elements().stream().map(read).toList();
  }

  /**
   * Reads a number that Keras stored as float32 and wrote as float64: 0.001 appears as
   * 0.0010000000474974513. The shortest decimal with the same float32 value is what the user wrote.
   */
  double float32(String key, double otherwise) {
    double value = number(key, otherwise);
    float narrow = (float) value;
    return narrow == value ? Double.parseDouble(Float.toString(narrow)) : value;
  }

  /** Reads an integer, or null for none. */
  @Nullable Integer optionalInteger(String key) {
    JsonValue value = get(key);
    return value.isAbsent() ? null : (Integer) value.integer(1);
  }

  /** Reads a number, or null for none. */
  @Nullable Double optionalNumber(String key) {
    JsonValue value = get(key);
    return value.isAbsent() ? null : (Double) value.number(0.5);
  }

  /** Reads a list of integers. */
  public List<Integer> integers(String key, List<Integer> otherwise) {
    JsonValue value = get(key);
    if (value.isList()) {
      return value.elements().stream().map(element -> element.integer(0)).toList();
    }
    if (!value.isAbsent()) {
      value.refuse("expected a list of integers, got " + JsonText.value(value.node()));
    }
    return otherwise;
  }

  public boolean flag(String key, boolean otherwise) {
    JsonValue value = get(key);
    return value.isAbsent() ? otherwise : value.flag(otherwise);
  }

  String text(String key, String otherwise) {
    JsonValue value = get(key);
    return value.isAbsent() ? otherwise : value.text(otherwise);
  }

  @Nullable Long seed() {
    JsonValue value = get("seed");
    return value.isAbsent() ? null : (Long) value.longInteger(0);
  }

  Padding padding() {
    return constant("padding", Padding.VALID, List.of(Padding.VALID, Padding.SAME));
  }

  /** Reads a size along one axis: a number, or a list of one. It has no default in Keras. */
  int length(String key) {
    return single(get(key)).integer(1);
  }

  int length(String key, int otherwise) {
    JsonValue value = get(key);
    return value.isAbsent() ? otherwise : single(value).integer(otherwise);
  }

  private static JsonValue single(JsonValue value) {
    List<JsonValue> elements = value.isList() ? value.elements() : List.of();
    return elements.size() == 1 ? elements.get(0) : value;
  }

  /** Reads one number for a square, or a height and a width. */
  Size2D size(String key) {
    return size(get(key));
  }

  Size2D size(String key, Size2D otherwise) {
    JsonValue value = get(key);
    return value.isAbsent() ? otherwise : size(value);
  }

  /** Reads a size, with a square as the default. */
  Size2D size(String key, int otherwise) {
    return size(key, new Size2D(otherwise, otherwise));
  }

  /** Reads the output padding, at the bottom and the right; null if absent. */
  @Nullable OutputPadding outputPadding() {
    JsonValue value = get("output_padding");
    if (value.isAbsent()) {
      return null;
    }
    List<JsonValue> sides = value.isList() ? value.elements() : List.of(value, value);
    if (sides.size() != 2) {
      value.refuse("expected a height and a width, got " + JsonText.value(value.node()));
      return null;
    }
    return new OutputPadding(sides.get(0).integer(0), sides.get(1).integer(0));
  }

  private static Size2D size(JsonValue value) {
    if (value.isAbsent()) {
      value.refuse("expected a height and a width, got nothing");
      return UNKNOWN_SIZE;
    }
    if (!value.isList()) {
      int side = value.integer(1);
      return size(value, side, side);
    }
    List<JsonValue> sides = value.elements();
    if (sides.size() != 2) {
      value.refuse("expected a height and a width, got " + JsonText.value(value.node()));
      return UNKNOWN_SIZE;
    }
    return size(value, sides.get(0).integer(1), sides.get(1).integer(1));
  }

  private static Size2D size(JsonValue value, int height, int width) {
    try {
      return new Size2D(height, width);
    } catch (IllegalArgumentException e) {
      value.refuse(String.valueOf(e.getMessage()));
      return UNKNOWN_SIZE;
    }
  }

  ActivationFunction activation() {
    return activation(get("activation"));
  }

  /** Reads an activation: linear if it is null, the given default if it is absent. */
  ActivationFunction activation(String key, ActivationFunction otherwise) {
    JsonValue value = get(key);
    return value.node().isMissingNode() ? otherwise : activation(value);
  }

  private ActivationFunction activation(JsonValue value) {
    ActivationFunction function = ActivationFunctionCodec.read(value);
    if (function == ActivationFunction.HARD_SIGMOID) {
      differentInKeras2.add(value);
    }
    return function;
  }

  /** Returns the values with another meaning in Keras 2. */
  public List<JsonValue> differentInKeras2() {
    return List.copyOf(differentInKeras2);
  }

  /** Reads an inner layer; reports an unsupported one and returns null. */
  @Nullable Layer layer(String key) {
    return LayerConfig.readInner(get(key), innerTrainable::add, differentInKeras2::add);
  }

  /** Returns whether each inner layer is trainable, for those with such a flag. */
  public List<Boolean> innerTrainable() {
    return List.copyOf(innerTrainable);
  }

  /**
   * Reads initializer, regularizer and constraint of a weight.
   *
   * @param weight the name of the weight, with which their keys begin
   * @param otherwise the default of the initializer
   */
  WeightOptions weight(String weight, Initializer otherwise) {
    return new WeightOptions(
        initializer(weight + "_initializer", otherwise),
        regularizer(weight + "_regularizer"),
        constraint(weight + "_constraint"));
  }

  Initializer initializer(String key, Initializer otherwise) {
    JsonValue value = get(key);
    @Nullable Initializer initializer =
        value.isAbsent() ? null : KerasCodecs.INITIALIZERS.read(value);
    return initializer == null ? otherwise : initializer;
  }

  @Nullable Regularizer regularizer(String key) {
    JsonValue value = get(key);
    return value.isAbsent() ? null : KerasCodecs.REGULARIZERS.read(value);
  }

  @Nullable Constraint constraint(String key) {
    JsonValue value = get(key);
    return value.isAbsent() ? null : KerasCodecs.CONSTRAINTS.read(value);
  }

  /** Reads one axis, or a list of one as Keras 2 writes it; the last axis by default. */
  int axis(String key) {
    List<Integer> axes = axes(key, LAST_AXIS);
    if (axes.size() != 1) {
      get(key).refuse("expected one axis, got " + JsonText.value(get(key).node()));
      return LAST_AXIS.get(0);
    }
    return axes.get(0);
  }

  /** Reads a noise shape, in which null is the size of the input; empty if it is not set. */
  List<Integer> noiseShape() {
    JsonValue value = get("noise_shape");
    return value.isAbsent()
        ? List.of()
        : value.elements().stream().map(size -> size.isAbsent() ? -1 : size.integer(1)).toList();
  }

  /** Reads one axis, or a list of axes. */
  public List<Integer> axes(String key, List<Integer> otherwise) {
    JsonValue value = get(key);
    if (value.isAbsent()) {
      return otherwise;
    }
    List<JsonValue> axes = value.isList() ? value.elements() : List.of(value);
    return axes.stream().map(axis -> axis.integer(0)).toList();
  }

  /** Reads an enum constant by its name in lower case, as Keras writes it. */
  <E extends Enum<E>> E constant(String key, E otherwise) {
    return constant(key, otherwise, List.of(otherwise.getDeclaringClass().getEnumConstants()));
  }

  private <E extends Enum<E>> E constant(String key, E otherwise, List<E> constants) {
    JsonValue value = get(key);
    if (value.isAbsent()) {
      return otherwise;
    }
    for (E constant : constants) {
      if (value.isText() && lowerCase(constant).equals(value.text(""))) {
        return constant;
      }
    }
    value.requireOneOf(constants.stream().map(OptionsReader::lowerCase).toArray());
    return otherwise;
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Reports a value other than those given. */
  public void only(String key, Object... allowed) {
    JsonValue value = get(key);
    if (!value.isAbsent()) {
      value.requireOneOf(allowed);
    }
  }

  /** Reports any dtype other than float32. */
  void onlyFloat32() {
    JsonValue value = get("dtype");
    if (!value.isAbsent() && DTypePolicyCodec.read(value) != DTypePolicy.FLOAT32) {
      value.refuse("expected float32, got " + JsonText.value(value.node()));
    }
  }

  void onlyChannelsLast() {
    only("data_format", "channels_last");
  }

  /**
   * Reports images with channels first; ignores the bounding box format, which does not affect
   * images, and the kind of random number generator of Keras 2.
   */
  void onlyPlainImages() {
    onlyChannelsLast();
    ignore("bounding_box_format", "rng_type");
  }

  /** Ignores keys that have no effect. */
  public void ignore(String... keys) {
    asked.addAll(List.of(keys));
  }

  /** Reports every option that is set but was not read. */
  public void finish() {
    Iterator<String> keys = config.node().fieldNames();
    while (keys.hasNext()) {
      String key = keys.next();
      JsonValue value = config.get(key);
      boolean unset = value.isAbsent() || (value.node().isBoolean() && !value.flag(false));
      if (!asked.contains(key) && !unset) {
        value.refuse("Rhyton has no such option, got " + JsonText.value(value.node()));
      }
    }
  }
}
