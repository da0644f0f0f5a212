package io.rhyton.keras.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.keras.json.Shown;
import io.rhyton.model.layer.Arithmetic;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.NumberArithmetic;
import io.rhyton.model.layer.Operation;
import io.rhyton.model.layer.UnaryArithmetic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic on tensors: objects of a class of {@code keras.src.ops.numpy} that have nothing but a
 * name. A number is an argument of the call, before the tensor or behind it.
 */
public final class OperationCodec {
  private static final String MODULE = "keras.src.ops.numpy";

  private static final Map<String, Arithmetic.Operator> OPERATORS = new HashMap<>();
  private static final Map<String, UnaryArithmetic.Operator> UNARY_OPERATORS = new HashMap<>();

  static {
    Arrays.stream(Arithmetic.Operator.values())
        .forEach(operator -> OPERATORS.put(operator.className(), operator));
    // What keras.ops.divide is.
    OPERATORS.put("Divide", Arithmetic.Operator.DIVIDE);
    Arrays.stream(UnaryArithmetic.Operator.values())
        .forEach(operator -> UNARY_OPERATORS.put(operator.className(), operator));
  }

  private OperationCodec() {}

  /**
   * Reads an operation.
   *
   * @param value where it stands
   * @param name its class
   * @return null if it is none of those
   */
  public static @Nullable Layer read(JsonValue value, String name) {
    UnaryArithmetic.Operator unary = UNARY_OPERATORS.get(name);
    if (unary != null) {
      return UnaryArithmetic.of(unary);
    }
    Arithmetic.Operator operator = OPERATORS.get(name);
    return operator == null ? null : read(value, operator);
  }

  private static Layer read(JsonValue value, Arithmetic.Operator operator) {
    Set<Layer> calls = new LinkedHashSet<>();
    for (JsonValue node : value.get("inbound_nodes").elements()) {
      calls.add(call(node, operator));
    }
    if (calls.size() > 1) {
      value.refuse("expected the same number in all calls, got others");
    }
    return calls.isEmpty() ? Arithmetic.of(operator) : calls.iterator().next();
  }

  private static Layer call(JsonValue node, Arithmetic.Operator operator) {
    List<JsonValue> arguments = node.isObject() ? node.get("args").elements() : List.of();
    List<JsonValue> numbers = arguments.stream().filter(OperationCodec::isNumber).toList();
    if (arguments.size() != 2 || numbers.size() > 1) {
      node.refuse(
          "expected two tensors, or a tensor and a number, got "
              + Shown.value(node.isObject() ? node.get("args").node() : node.node()));
      return Arithmetic.of(operator);
    }
    return numbers.isEmpty()
        ? Arithmetic.of(operator)
        : NumberArithmetic.of(operator, numbers.get(0).number(1))
            .numberFirst(isNumber(arguments.get(0)));
  }

  /** Whether an argument of a call is a number. */
  public static boolean isNumber(JsonValue argument) {
    return argument.node().isNumber();
  }

  /** An operation with its name. */
  public static ObjectNode write(String name, Operation operation) {
    String className = ((Layer) operation).typeName();
    ObjectNode object = ConfigJson.object().put("module", MODULE);
    object.put("class_name", className).putObject("config").put("name", name);
    return object.put("registered_name", className);
  }

  /** Puts the number among the arguments of a call, if there is one. */
  public static void addNumber(Layer layer, ArrayNode arguments) {
    if (layer instanceof NumberArithmetic arithmetic) {
      arguments.insert(arithmetic.numberFirst() ? 0 : 1, arithmetic.number());
    }
  }
}
