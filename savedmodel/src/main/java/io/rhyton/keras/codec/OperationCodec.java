package io.rhyton.keras.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.keras.json.JsonText;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.layer.Arithmetic;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.NumberArithmetic;
import io.rhyton.model.layer.Operation;
import io.rhyton.model.layer.Reduction;
import io.rhyton.model.layer.UnaryOperation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Codec for operations on tensors: objects of classes of {@code keras.src.ops}. A scalar is an
 * argument of the call, before or after the tensor.
 */
public final class OperationCodec {
  private static final String MODULE = "keras.src.ops.";

  /** The operations of {@code math.py}; all others are in {@code numpy.py}. */
  private static final Set<String> OF_MATH = Set.of("Erf", "Logsumexp", "Rsqrt");

  private static final Map<String, Arithmetic.Operator> OPERATORS = new HashMap<>();
  private static final Map<String, UnaryOperation.Operator> UNARY_OPERATORS = new HashMap<>();
  private static final Map<String, Reduction.Operator> REDUCTIONS = new HashMap<>();

  static {
    Arrays.stream(Arithmetic.Operator.values())
        .forEach(operator -> OPERATORS.put(operator.className(), operator));
    // The class behind keras.ops.divide.
    OPERATORS.put("Divide", Arithmetic.Operator.DIVIDE);
    Arrays.stream(UnaryOperation.Operator.values())
        .forEach(operator -> UNARY_OPERATORS.put(operator.className(), operator));
    Arrays.stream(Reduction.Operator.values())
        .forEach(operator -> REDUCTIONS.put(operator.className(), operator));
    REDUCTIONS.put("Amax", Reduction.Operator.MAX);
    REDUCTIONS.put("Amin", Reduction.Operator.MIN);
  }

  private OperationCodec() {}

  /**
   * Returns the reader of the options of an operation.
   *
   * @param value the operation
   * @param name the class name
   * @return null if it is an operation that Rhyton reads as a layer, or does not support
   */
  public static @Nullable Function<OptionsReader, Layer> find(JsonValue value, String name) {
    UnaryOperation.Operator unary = UNARY_OPERATORS.get(name);
    if (unary != null) {
      return config -> UnaryOperation.of(unary);
    }
    Reduction.Operator reduction = REDUCTIONS.get(name);
    if (reduction != null) {
      return config -> read(config, reduction);
    }
    Arithmetic.Operator operator = OPERATORS.get(name);
    return operator == null ? null : config -> read(value, operator);
  }

  private static Layer read(OptionsReader config, Reduction.Operator operator) {
    boolean keepdims = config.flag("keepdims", false);
    List<Integer> axes = config.axes("axis", List.of());
    if (config.get("axis").isAbsent() || axes.contains(0)) {
      config
          .get("axis")
          .refuse(
              "expected axes other than the batch, 0, got "
                  + JsonText.value(config.get("axis").node()));
      return new Reduction<>(operator, List.of(1), keepdims);
    }
    return new Reduction<>(operator, axes, keepdims);
  }

  private static Layer read(JsonValue value, Arithmetic.Operator operator) {
    Set<Layer> calls = new LinkedHashSet<>();
    for (JsonValue node : value.get("inbound_nodes").elements()) {
      calls.add(call(node, operator));
    }
    if (calls.size() > 1) {
      value.refuse("expected the same number in all calls, got different ones");
    }
    return calls.isEmpty() ? Arithmetic.of(operator) : calls.iterator().next();
  }

  private static Layer call(JsonValue node, Arithmetic.Operator operator) {
    List<JsonValue> arguments = node.isObject() ? node.get("args").elements() : List.of();
    List<JsonValue> numbers = arguments.stream().filter(OperationCodec::isNumber).toList();
    if (arguments.size() != 2 || numbers.size() > 1) {
      node.refuse(
          "expected two tensors, or a tensor and a number, got "
              + JsonText.value(node.isObject() ? node.get("args").node() : node.node()));
      return Arithmetic.of(operator);
    }
    return numbers.isEmpty()
        ? Arithmetic.of(operator)
        : NumberArithmetic.of(operator, numbers.get(0).number(1))
            .numberFirst(isNumber(arguments.get(0)));
  }

  /** Returns whether an argument of a call is a number. */
  public static boolean isNumber(JsonValue argument) {
    return argument.node().isNumber();
  }

  /** Writes an operation. */
  public static ObjectNode write(String name, Operation operation) {
    String className = ((Layer) operation).typeName();
    ObjectNode object =
        ConfigJson.object()
            .put("module", MODULE + (OF_MATH.contains(className) ? "math" : "numpy"));
    ObjectNode config = object.put("class_name", className).putObject("config");
    if (operation instanceof Reduction<?> reduction) {
      // Before version 3.11, Keras accepts no name beside these.
      reduction.axes().forEach(config.putArray("axis")::add);
      config.put("keepdims", reduction.keepdims());
    } else {
      config.put("name", name);
    }
    return object.put("registered_name", className);
  }

  /** Adds the number to the arguments of a call, if there is one. */
  public static void addNumber(Layer layer, ArrayNode arguments) {
    if (layer instanceof NumberArithmetic arithmetic) {
      arguments.insert(arithmetic.numberFirst() ? 0 : 1, arithmetic.number());
    }
  }
}
