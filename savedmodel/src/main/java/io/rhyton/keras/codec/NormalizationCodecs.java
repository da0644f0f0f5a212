package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.GammaBeta;
import io.rhyton.model.layer.GroupNormalization;
import io.rhyton.model.layer.LayerNormalization;
import io.rhyton.model.layer.Normalization;
import io.rhyton.model.layer.RMSNormalization;
import io.rhyton.model.layer.UnitNormalization;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Zeros;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codecs for normalization layers. */
final class NormalizationCodecs {
  private static final List<Integer> LAST_AXIS = List.of(-1);

  static final KerasCodec<BatchNormalization> BATCH =
      KerasCodec.of(
          "BatchNormalization",
          BatchNormalization.class,
          NormalizationCodecs::readBatch,
          NormalizationCodecs::write);

  static final KerasCodec<GroupNormalization> GROUP =
      KerasCodec.of(
          "GroupNormalization",
          GroupNormalization.class,
          config ->
              new GroupNormalization(
                  config.integer("groups", 32),
                  config.axis("axis"),
                  config.number("epsilon", 0.001),
                  readGammaBeta(config)),
          NormalizationCodecs::write);

  static final KerasCodec<LayerNormalization> LAYER =
      KerasCodec.of(
          "LayerNormalization",
          LayerNormalization.class,
          config ->
              new LayerNormalization(
                  config.axes("axis", LAST_AXIS),
                  config.number("epsilon", 0.001),
                  readGammaBeta(config)),
          NormalizationCodecs::write);

  static final KerasCodec<Normalization> KNOWN =
      KerasCodec.of(
          "Normalization",
          Normalization.class,
          NormalizationCodecs::readKnown,
          NormalizationCodecs::write);

  static final KerasCodec<RMSNormalization> RMS =
      KerasCodec.of(
          "RMSNormalization",
          RMSNormalization.class,
          config ->
              new RMSNormalization(config.axes("axis", LAST_AXIS), config.number("epsilon", 1e-6)),
          (layer, config) -> config.putAxes("axis", layer.axis()).put("epsilon", layer.epsilon()));

  static final KerasCodec<UnitNormalization> UNIT =
      KerasCodec.of(
          "UnitNormalization",
          UnitNormalization.class,
          config -> new UnitNormalization(config.axes("axis", LAST_AXIS)),
          (layer, config) -> config.putAxes("axis", layer.axis()));

  private NormalizationCodecs() {}

  private static BatchNormalization readBatch(OptionsReader config) {
    // Parameters of renorm, which is itself rejected if it is on.
    config.ignore("renorm_momentum", "renorm_clipping");
    return new BatchNormalization(
        config.axis("axis"),
        config.number("momentum", 0.99),
        config.number("epsilon", 0.001),
        readGammaBeta(config),
        config.initializer("moving_mean_initializer", Zeros.of()),
        config.initializer("moving_variance_initializer", Ones.of()));
  }

  private static void write(BatchNormalization layer, OptionsWriter config) {
    config
        .put("axis", layer.axis())
        .put("momentum", layer.momentum())
        .put("epsilon", layer.epsilon())
        .put("moving_mean_initializer", layer.movingMeanInitializer())
        .put("moving_variance_initializer", layer.movingVarianceInitializer())
        .put("synchronized", false);
    write(layer.gammaBeta(), config);
  }

  private static void write(GroupNormalization layer, OptionsWriter config) {
    config.put("groups", layer.groups()).put("axis", layer.axis()).put("epsilon", layer.epsilon());
    write(layer.gammaBeta(), config);
  }

  private static void write(LayerNormalization layer, OptionsWriter config) {
    config.putAxes("axis", layer.axis()).put("epsilon", layer.epsilon());
    write(layer.gammaBeta(), config);
  }

  private static GammaBeta readGammaBeta(OptionsReader config) {
    return new GammaBeta(
        config.flag("center", true),
        config.flag("scale", true),
        config.weight("beta", Zeros.of()),
        config.weight("gamma", Ones.of()));
  }

  private static void write(GammaBeta options, OptionsWriter config) {
    config
        .put("center", options.center())
        .put("scale", options.scale())
        .putInitializer("beta", options.beta())
        .putInitializer("gamma", options.gamma())
        .putRegularizer("beta", options.beta())
        .putRegularizer("gamma", options.gamma())
        .putConstraint("beta", options.beta())
        .putConstraint("gamma", options.gamma());
  }

  private static Normalization readKnown(OptionsReader config) {
    boolean noAxis = config.get("axis").node().isNull();
    return new Normalization(
        noAxis ? List.of() : config.axes("axis", LAST_AXIS),
        readNumbers(config.get("mean")),
        readNumbers(config.get("variance")),
        config.flag("invert", false));
  }

  /** Reads numbers; null if absent. */
  private static @Nullable List<Double> readNumbers(JsonValue value) {
    return value.isAbsent() ? null : NumbersCodec.read(value);
  }

  private static void write(Normalization layer, OptionsWriter config) {
    config.put("axis", layer.axis()).put("invert", layer.invert());
    putNumbers(config, "mean", layer.mean(), layer.axis().isEmpty());
    putNumbers(config, "variance", layer.variance(), layer.axis().isEmpty());
  }

  private static void putNumbers(
      OptionsWriter config, String key, @Nullable List<Double> numbers, boolean single) {
    if (numbers == null) {
      config.putNull(key);
    } else if (single) {
      config.put(key, numbers.get(0));
    } else {
      config.put(key, numbers);
    }
  }
}
