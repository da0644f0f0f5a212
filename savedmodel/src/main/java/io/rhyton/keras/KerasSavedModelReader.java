package io.rhyton.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.error.MessageText;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.keras.json.ConfigSource;
import io.rhyton.keras.model.ConfigReader;
import io.rhyton.keras.model.ParsedConfig;
import io.rhyton.keras.weights.OptimizerProgress;
import io.rhyton.keras.weights.SlotNames;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ResolvedLayer;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerSlot;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import io.rhyton.savedmodel.KerasSavedModel;
import io.rhyton.savedmodel.SavedVariable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * Reads the SavedModels written by {@code model.save} of Keras 2. Source: {@code
 * keras/src/saving/legacy/saved_model}, tf_keras 2.21.
 */
final class KerasSavedModelReader {
  private static final String METADATA = "keras_metadata.pb";

  private final ConfigSource source;
  private final KerasSavedModel file;
  private final ModelSpec spec;

  /** The file's keys by canonical name. */
  private final Map<String, String> keys = new HashMap<>();

  private KerasSavedModelReader(ConfigSource source, KerasSavedModel file, ModelSpec spec) {
    this.source = source;
    this.file = file;
    this.spec = spec;
    collectKeys(spec.resolve(), "", "");
  }

  static KerasModel read(ConfigSource source) {
    KerasSavedModel file = KerasSavedModel.open(source.path());
    byte[] metadata = file.metadata().getBytes(StandardCharsets.UTF_8);
    ParsedConfig config = ConfigReader.read(source, METADATA, metadata);
    JsonNode version = ConfigJson.parse(source, METADATA, metadata).path("keras_version");
    KerasSavedModelReader reader = new KerasSavedModelReader(source, file, config.model());
    Weights weights = reader.weights();
    @Nullable OptimizerState state =
        config.compile() == null ? null : reader.optimizerState(config.compile().optimizer());
    return new KerasModel(
        source.path(), config, weights, state, MessageText.line(version.asText()));
  }

  private void collectKeys(ResolvedModel model, String prefix, String path) {
    int number = 0;
    for (ResolvedLayer layer : model.layers()) {
      if (layer.weights().isEmpty()) {
        continue;
      }
      String key = path + "layer_with_weights-" + number++ + "/";
      if (layer.layer() instanceof NestedModel<?> nested) {
        collectKeys(nested.model().resolve(), prefix + layer.name() + "/", key);
      } else {
        layer
            .weights()
            .forEach(weight -> keys.put(prefix + weight.name(), key + attribute(layer, weight)));
      }
    }
  }

  /** Returns the name of a weight's variable in Keras 2. */
  private static String attribute(ResolvedLayer layer, WeightSpec weight) {
    boolean isDepthwise = layer.layer() instanceof DepthwiseConv2D;
    return isDepthwise && weight.variable().equals("kernel")
        ? "depthwise_kernel"
        : weight.variable();
  }

  /**
   * Returns the key of a weight. TensorFlow's key is the shortest path to the value from the root
   * of the object graph; for nested models that is the index among all variables.
   */
  private String key(WeightSpec weight, int index) {
    String key = keys.getOrDefault(weight.name(), "");
    return file.has(key) ? key : "variables/" + index;
  }

  private Weights weights() {
    Weights.Builder weights = Weights.builder();
    List<WeightSpec> all = spec.resolve().weights();
    for (int index = 0; index < all.size(); index++) {
      WeightSpec weight = all.get(index);
      String key = key(weight, index);
      SavedVariable value = file.floats(key);
      if (!value.shape().equals(weight.shape())) {
        throw source.mismatch(
            "weight "
                + MessageText.name(weight.name())
                + " in "
                + key
                + " of shape "
                + ShapeText.of(weight.shape()),
            ShapeText.of(value.shape()),
            "The file is damaged: save it again.");
      }
      keys.put(weight.name(), key);
      weights.add(weight.name(), weight.shape(), value.values());
    }
    return weights.build();
  }

  private @Nullable OptimizerState optimizerState(Optimizer optimizer) {
    List<OptimizerSlot> slots = OptimizerSlot.of(spec.resolve(), optimizer);
    if (file.has("optimizer/_iterations")) {
      return state(optimizer, slots, "optimizer/_iterations", "optimizer/_learning_rate", true);
    }
    return file.has("optimizer/iter")
        ? state(optimizer, slots, "optimizer/iter", "optimizer/learning_rate", false)
        : null;
  }

  private @Nullable OptimizerState state(
      Optimizer optimizer,
      List<OptimizerSlot> slots,
      String iteration,
      String learningRate,
      boolean isNew) {
    Weights.Builder values = Weights.builder();
    int number = 1;
    for (OptimizerSlot slot : slots) {
      String key = isNew ? "optimizer/_variables/" + number++ : oldKey(slot);
      @Nullable SavedVariable value = file.has(key) ? file.floats(key) : null;
      if (value == null || !value.shape().equals(slot.shape())) {
        return null;
      }
      values.add(slot.name(), slot.shape(), value.values());
    }
    return OptimizerProgress.state(
        source,
        "optimizer",
        file.integer(iteration),
        OptimizerProgress.learningRate(optimizer, scalar(learningRate)),
        values.build());
  }

  private Optional<Float> scalar(String key) {
    @Nullable SavedVariable value = file.has(key) ? file.floats(key) : null;
    return value != null && value.shape().equals(Shape.scalar())
        ? Optional.of(value.values()[0])
        : Optional.empty();
  }

  /**
   * Returns the key of a slot variable of an optimizer of Keras 2.10 or older; empty if there is
   * none.
   */
  private String oldKey(OptimizerSlot slot) {
    WeightSpec weight = slot.weight();
    if (weight == null) {
      return "";
    }
    String slots = keys.get(weight.name()) + "/.OPTIMIZER_SLOT/optimizer/";
    return SlotNames.old(slot.slot()).stream()
        .map(name -> slots + name)
        .filter(file::has)
        .findFirst()
        .orElse("");
  }
}
