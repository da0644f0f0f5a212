package io.rhyton.keras.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Bidirectional;
import io.rhyton.model.layer.Bidirectional.MergeMode;
import io.rhyton.model.layer.GRU;
import io.rhyton.model.layer.LSTM;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.Recurrent;
import io.rhyton.model.layer.SimpleRNN;
import io.rhyton.model.layer.TimeDistributed;
import io.rhyton.model.shape.Rank;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codecs for recurrent layers and the layers that wrap another one. */
final class RecurrentCodecs {
  private static final Recurrent<?> UNKNOWN_RECURRENT = SimpleRNN.of(1);
  private static final String GO_BACKWARDS = "go_backwards";
  private static final String OBJECT_ID = "shared_object_id";
  private static final Layer UNKNOWN = Activation.of(ActivationFunction.LINEAR);

  static final KerasCodec<LSTM<?>> LSTM =
      KerasCodec.of(
          "LSTM",
          LSTM.class,
          config ->
              new LSTM<>(
                  config.integer("units"),
                  RecurrentOptionsCodec.read(config),
                  recurrentActivation(config),
                  config.flag("unit_forget_bias", true),
                  config.regularizer("activity_regularizer"),
                  config.flag("return_sequences", false)),
          (layer, config) -> {
            config
                .put("units", layer.units())
                .put("activation", layer.activation())
                .put("recurrent_activation", layer.recurrentActivation())
                .putInitializer("bias", layer.options().bias())
                .put("unit_forget_bias", layer.unitForgetBias())
                .put("activity_regularizer", layer.activityRegularizer());
            RecurrentOptionsCodec.write(layer, config);
          });

  static final KerasCodec<GRU<?>> GRU =
      KerasCodec.of(
          "GRU",
          GRU.class,
          config ->
              new GRU<>(
                  config.integer("units"),
                  RecurrentOptionsCodec.read(config),
                  recurrentActivation(config),
                  config.flag("reset_after", true),
                  config.regularizer("activity_regularizer"),
                  config.flag("return_sequences", false)),
          (layer, config) -> {
            config
                .put("units", layer.units())
                .put("activation", layer.activation())
                .put("recurrent_activation", layer.recurrentActivation())
                .putInitializer("bias", layer.options().bias())
                .put("activity_regularizer", layer.activityRegularizer())
                .put("reset_after", layer.resetAfter());
            RecurrentOptionsCodec.write(layer, config);
          });

  static final KerasCodec<SimpleRNN<?>> SIMPLE_RNN =
      KerasCodec.of(
          "SimpleRNN",
          SimpleRNN.class,
          config ->
              new SimpleRNN<>(
                  config.integer("units"),
                  RecurrentOptionsCodec.read(config),
                  config.flag("return_sequences", false)),
          (layer, config) -> {
            config
                .put("units", layer.units())
                .put("activation", layer.activation())
                .putInitializer("bias", layer.options().bias());
            RecurrentOptionsCodec.write(layer, config);
          });

  /** Keras writes the layer that reads backwards even if none was set. */
  static final KerasCodec<Bidirectional<?>> BIDIRECTIONAL =
      KerasCodec.of(
          "Bidirectional",
          Bidirectional.class,
          RecurrentCodecs::readBidirectional,
          (layer, config) ->
              config
                  .putConstant("merge_mode", layer.mergeMode())
                  .putLayer("layer", layer.forwardName(), layer.layer())
                  .putLayer("backward_layer", layer.backwardName(), layer.backward()));

  static final KerasCodec<TimeDistributed> TIME_DISTRIBUTED =
      KerasCodec.of(
          "TimeDistributed",
          TimeDistributed.class,
          config -> {
            @Nullable Layer layer = config.layer("layer");
            return new TimeDistributed(layer == null ? UNKNOWN : layer);
          },
          (layer, config) -> config.putLayer("layer", layer.layerName(), layer.layer()));

  private RecurrentCodecs() {}

  private static ActivationFunction recurrentActivation(OptionsReader config) {
    return config.activation("recurrent_activation", ActivationFunction.SIGMOID);
  }

  private static Bidirectional<?> readBidirectional(OptionsReader config) {
    @Nullable Recurrent<Rank> forward = recurrent(config, "layer");
    @Nullable Recurrent<Rank> backward =
        config.get("backward_layer").isAbsent() || isMirrored(config)
            ? null
            : recurrent(config, "backward_layer");
    JsonValue mode = config.get("merge_mode");
    if (mode.node().isNull()) {
      mode.refuse("expected a merge mode, got null: Rhyton's layer has a single output");
    }
    MergeMode mergeMode = config.constant("merge_mode", MergeMode.CONCAT);
    if (forward == null) {
      return new Bidirectional<>(UNKNOWN_RECURRENT, mergeMode, null);
    }
    boolean isDefault = backward == null || backward.equals(forward.goBackwards(true));
    return new Bidirectional<>(forward, mergeMode, isDefault ? null : backward);
  }

  /**
   * Returns whether the backward layer is the one that Keras makes of the other: it has the same
   * options, and the same problems.
   */
  private static boolean isMirrored(OptionsReader config) {
    JsonNode forward = config.get("layer").node();
    JsonNode backward = config.get("backward_layer").node();
    return !forward.path("config").path(GO_BACKWARDS).asBoolean()
        && backward.path("config").path(GO_BACKWARDS).asBoolean()
        && inAnyDirection(forward).equals(inAnyDirection(backward));
  }

  private static JsonNode inAnyDirection(JsonNode layer) {
    JsonNode copy = layer.deepCopy();
    for (JsonNode object : copy.findParents(OBJECT_ID)) {
      ((ObjectNode) object).remove(OBJECT_ID);
    }
    if (copy.path("config") instanceof ObjectNode options) {
      options.remove(List.of("name", GO_BACKWARDS));
    }
    return copy;
  }

  /** Reads a recurrent layer; reports any other and returns null. */
  @SuppressWarnings("unchecked") // The rank of its output is known only when its options are.
  private static @Nullable Recurrent<Rank> recurrent(OptionsReader config, String key) {
    @Nullable Layer layer = config.layer(key);
    if (layer != null && !(layer instanceof Recurrent<?>)) {
      config.get(key).refuse("expected a recurrent layer, got " + layer.typeName());
    }
    return layer instanceof Recurrent<?> known ? (Recurrent<Rank>) known : null;
  }
}
