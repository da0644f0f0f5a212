package io.rhyton.keras;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the calls of one layer in a functional model, {@code inbound_nodes}: Keras 3 writes an
 * object with arguments for each, Keras 2 a list of tensors.
 */
final class CallReader {
  private static final String TENSOR = "__keras_tensor__";

  private final JsonValue value;
  private final boolean hasPhases;
  private boolean keras2;

  /**
   * Makes a reader.
   *
   * @param value the layer
   * @param hasPhases whether the layer does in training what it does not in inference
   */
  CallReader(JsonValue value, boolean hasPhases) {
    this.value = value;
    this.hasPhases = hasPhases;
  }

  /** What each call is given. */
  List<List<TensorReference>> read() {
    List<List<TensorReference>> calls = new ArrayList<>();
    JsonValue nodes = value.get("inbound_nodes");
    for (JsonValue node : nodes.elements()) {
      List<TensorReference> inputs = new ArrayList<>();
      if (node.isList()) {
        keras2 = true;
        readList(node, inputs);
      } else if (node.requireObject()) {
        node.get("args").elements().forEach(argument -> readArgument(argument, inputs));
        readKeywords(node.get("kwargs"));
      }
      calls.add(inputs);
    }
    return calls;
  }

  /** Whether a call was written as Keras 2 does. */
  boolean isKeras2() {
    return keras2;
  }

  private void readList(JsonValue node, List<TensorReference> inputs) {
    List<JsonValue> tensors = TensorReference.is(node) ? List.of(node) : node.elements();
    for (JsonValue tensor : tensors) {
      add(TensorReference.read(tensor), inputs);
      if (tensor.isList() && tensor.elements().size() > 3) {
        readKeywords(tensor.elements().get(3));
      }
    }
  }

  private static void readArgument(JsonValue argument, List<TensorReference> inputs) {
    if (argument.isList()) {
      argument.elements().forEach(element -> readArgument(element, inputs));
    } else if (argument.isObject() && argument.get("class_name").node().asText().equals(TENSOR)) {
      add(TensorReference.read(argument.get("config").get("keras_history")), inputs);
    } else {
      argument.refuse("expected a tensor that a layer makes, got " + Shown.value(argument.node()));
    }
  }

  private static void add(@Nullable TensorReference tensor, List<TensorReference> inputs) {
    if (tensor != null) {
      inputs.add(tensor);
    }
  }

  private void readKeywords(JsonValue keywords) {
    if (keywords.isAbsent() || !keywords.requireObject()) {
      return;
    }
    keywords
        .node()
        .fieldNames()
        .forEachRemaining(keyword -> readKeyword(keyword, keywords.get(keyword)));
  }

  private void readKeyword(String keyword, JsonValue argument) {
    if (argument.isAbsent()) {
      return;
    }
    if (!keyword.equals("training")) {
      argument.refuse("Rhyton calls a layer on tensors only, got " + Shown.value(argument.node()));
    } else if (hasPhases) {
      argument.refuse(
          "Rhyton's layers follow the model into training and out of it, got "
              + Shown.value(argument.node()));
    }
  }
}
