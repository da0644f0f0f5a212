package io.rhyton.keras.model;

import io.rhyton.keras.codec.OperationCodec;
import io.rhyton.keras.json.JsonText;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.MultiHeadAttention;
import io.rhyton.model.layer.NumberArithmetic;
import io.rhyton.model.layer.Operation;
import io.rhyton.model.layer.Recurrent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the calls of one layer in a functional model, {@code inbound_nodes}: Keras 3 writes an
 * object with arguments for each, Keras 2 a list of tensors.
 */
final class CallReader {
  /** The argument of attention that {@link MultiHeadAttention} has as an option. */
  static final String CAUSAL = "use_causal_mask";

  /** The argument that sets the mode of a layer. */
  static final String TRAINING = "training";

  private static final String TENSOR = "__keras_tensor__";

  /** Arguments of attention that are tensors, in the order in which the layer takes them. */
  private static final List<String> ATTENTION_INPUTS = List.of("query", "value", "key");

  private final JsonValue value;
  private final Layer layer;
  private final boolean differsInTraining;
  private final Set<Boolean> causal = new HashSet<>();
  private boolean isCausal;
  private boolean inferenceMode;
  private boolean keras2;

  /**
   * Creates a reader.
   *
   * @param value the layer
   * @param layer its options
   * @param trainable whether it is trainable
   */
  CallReader(JsonValue value, Layer layer, boolean trainable) {
    this.value = value;
    this.layer = layer;
    this.differsInTraining = layer.differsInTraining(trainable);
  }

  /** Returns the calls, in order. */
  List<ParsedCall> read() {
    List<ParsedCall> calls = new ArrayList<>();
    JsonValue nodes = value.get("inbound_nodes");
    for (JsonValue node : nodes.elements()) {
      List<TensorReference> inputs = new ArrayList<>();
      isCausal = false;
      inferenceMode = false;
      if (node.isList()) {
        keras2 = true;
        readList(node, inputs);
      } else if (node.requireObject()) {
        readArguments(node.get("args").elements(), inputs);
        readKeywords(node.get("kwargs"), inputs);
      }
      calls.add(new ParsedCall(inputs, inferenceMode));
      causal.add(isCausal);
    }
    if (causal.size() > 1) {
      value.refuse("expected " + CAUSAL + " in all calls or in none, got it in some");
    }
    return calls;
  }

  /** Returns the layer, with the options that its calls set. */
  Layer layer() {
    return layer instanceof MultiHeadAttention attention
        ? attention.useCausalMask(causal.contains(true))
        : layer;
  }

  /** Returns whether a call has the format of Keras 2. */
  boolean isKeras2() {
    return keras2;
  }

  private void readList(JsonValue node, List<TensorReference> inputs) {
    List<JsonValue> tensors = TensorReference.is(node) ? List.of(node) : node.elements();
    for (JsonValue tensor : tensors) {
      add(TensorReference.read(tensor), inputs);
      if (tensor.isList() && tensor.elements().size() > 3) {
        readKeywords(tensor.elements().get(3), inputs);
      }
    }
  }

  private void readArguments(List<JsonValue> arguments, List<TensorReference> inputs) {
    for (int i = 0; i < arguments.size(); i++) {
      JsonValue argument = arguments.get(i);
      if (i == 1 && argument.node().isBoolean() && takesTrainingSecond()) {
        readTraining(argument);
      } else if (i == 0 || !argument.isAbsent()) {
        readArgument(argument, inputs);
      }
    }
  }

  /** {@code call(inputs, training)}, the signature of most layers and of all models. */
  private boolean takesTrainingSecond() {
    return !(layer instanceof Recurrent<?>
        || layer instanceof MultiHeadAttention
        || layer instanceof Operation);
  }

  private void readArgument(JsonValue argument, List<TensorReference> inputs) {
    if (argument.isList()) {
      argument.elements().forEach(element -> readArgument(element, inputs));
    } else if (argument.isObject() && argument.get("class_name").node().asText().equals(TENSOR)) {
      add(TensorReference.read(argument.get("config").get("keras_history")), inputs);
    } else if (!(layer instanceof NumberArithmetic && OperationCodec.isNumber(argument))) {
      argument.refuse(
          "expected an output tensor of a layer, got " + JsonText.value(argument.node()));
    }
  }

  private static void add(@Nullable TensorReference tensor, List<TensorReference> inputs) {
    if (tensor != null) {
      inputs.add(tensor);
    }
  }

  private void readKeywords(JsonValue keywords, List<TensorReference> inputs) {
    if (keywords.isAbsent() || !keywords.requireObject()) {
      return;
    }
    if (layer instanceof MultiHeadAttention) {
      ATTENTION_INPUTS.forEach(name -> readNamed(keywords.get(name), inputs));
    }
    keywords
        .node()
        .fieldNames()
        .forEachRemaining(keyword -> readKeyword(keyword, keywords.get(keyword)));
  }

  private void readNamed(JsonValue argument, List<TensorReference> inputs) {
    if (TensorReference.is(argument)) {
      add(TensorReference.read(argument), inputs);
    } else if (!argument.isAbsent()) {
      readArgument(argument, inputs);
    }
  }

  private void readKeyword(String keyword, JsonValue argument) {
    if (argument.isAbsent() || isOfAttention(keyword, argument)) {
      return;
    }
    if (keyword.equals(TRAINING)) {
      readTraining(argument);
    } else {
      argument.refuse(
          "Rhyton calls a layer on tensors only, got " + JsonText.value(argument.node()));
    }
  }

  /**
   * Keras 3 writes the default of this argument into files, and in {@code fit}, {@code evaluate}
   * and {@code predict} the mode of the model overrides it, even if the user passed the argument.
   * Keras 2 writes it only if the user passed it, and respects it.
   */
  private void readTraining(JsonValue argument) {
    if (!keras2 || !differsInTraining) {
      return;
    }
    if (argument.flag(false)) {
      argument.refuse(
          "expected a call that follows the model, or training=False, got training=True: Keras 2"
              + " trains this layer in predict, too, which Rhyton does not");
    } else {
      inferenceMode = true;
    }
  }

  private boolean isOfAttention(String keyword, JsonValue argument) {
    if (!(layer instanceof MultiHeadAttention)) {
      return false;
    }
    if (keyword.equals(CAUSAL)) {
      isCausal = argument.flag(false);
      return true;
    }
    boolean isOff = argument.node().isBoolean() && !argument.flag(false);
    return ATTENTION_INPUTS.contains(keyword)
        || (keyword.equals("return_attention_scores") && isOff);
  }
}
