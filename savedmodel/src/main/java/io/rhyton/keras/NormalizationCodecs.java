package io.rhyton.keras;

import io.rhyton.model.layer.GroupNormalization;
import io.rhyton.model.layer.LayerNormalization;
import io.rhyton.model.layer.Normalization;
import io.rhyton.model.layer.RMSNormalization;
import io.rhyton.model.layer.UnitNormalization;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Zeros;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Normalisations, but for that of batches. */
final class NormalizationCodecs {
  private static final List<Integer> LAST_AXIS = List.of(-1);

  static final KerasCodec<GroupNormalization> GROUP =
      KerasCodec.of(
          "GroupNormalization",
          GroupNormalization.class,
          config -> {
            config.lastAxis("axis");
            onlyPlainWeights(config);
            return new GroupNormalization(
                config.integer("groups", 32),
                config.number("epsilon", 0.001),
                config.flag("center", true),
                config.flag("scale", true));
          },
          (layer, config) ->
              putPlainWeights(
                  config
                      .put("groups", layer.groups())
                      .put("axis", -1)
                      .put("epsilon", layer.epsilon())
                      .put("center", layer.center())
                      .put("scale", layer.scale())));

  static final KerasCodec<LayerNormalization> LAYER =
      KerasCodec.of(
          "LayerNormalization",
          LayerNormalization.class,
          config -> {
            onlyPlainWeights(config);
            return new LayerNormalization(
                config.axes("axis", LAST_AXIS),
                config.number("epsilon", 0.001),
                config.flag("center", true),
                config.flag("scale", true));
          },
          (layer, config) ->
              putPlainWeights(
                  config
                      .putAxes("axis", layer.axis())
                      .put("epsilon", layer.epsilon())
                      .put("center", layer.center())
                      .put("scale", layer.scale())));

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

  private static void onlyPlainWeights(ConfigReader config) {
    config.onlyInitializer("beta_initializer", Zeros.of());
    config.onlyInitializer("gamma_initializer", Ones.of());
  }

  private static void putPlainWeights(ConfigWriter config) {
    config
        .put("beta_initializer", Zeros.of())
        .put("gamma_initializer", Ones.of())
        .putNull("beta_regularizer", "gamma_regularizer", "beta_constraint", "gamma_constraint");
  }

  private static Normalization readKnown(ConfigReader config) {
    boolean noAxis = config.get("axis").node().isNull();
    return new Normalization(
        noAxis ? List.of() : config.axes("axis", LAST_AXIS),
        readNumbers(config.get("mean")),
        readNumbers(config.get("variance")),
        config.flag("invert", false));
  }

  /** One number or a list of them; null if there is nothing. */
  private static @Nullable List<Double> readNumbers(JsonValue value) {
    if (value.isAbsent()) {
      return null;
    }
    List<JsonValue> numbers = value.isList() ? value.elements() : List.of(value);
    return numbers.stream().map(number -> number.number(1)).toList();
  }

  private static void write(Normalization layer, ConfigWriter config) {
    config.put("axis", layer.axis()).put("invert", layer.invert());
    putNumbers(config, "mean", layer.mean(), layer.axis().isEmpty());
    putNumbers(config, "variance", layer.variance(), layer.axis().isEmpty());
  }

  private static void putNumbers(
      ConfigWriter config, String key, @Nullable List<Double> numbers, boolean single) {
    if (numbers == null) {
      config.putNull(key);
    } else if (single) {
      config.put(key, numbers.get(0));
    } else {
      config.put(key, numbers);
    }
  }
}
