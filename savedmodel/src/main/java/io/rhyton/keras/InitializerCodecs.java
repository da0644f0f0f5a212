package io.rhyton.keras;

import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.HeNormal;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Zeros;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Initializers. Old files of Keras 2 tell a dtype here. */
final class InitializerCodecs {
  static final KerasCodec<GlorotUniform> GLOROT_UNIFORM =
      codec(
          "glorot_uniform",
          GlorotUniform.class,
          config -> new GlorotUniform(config.seed()),
          (initializer, config) -> config.putSeed(initializer.seed()));

  static final KerasCodec<HeNormal> HE_NORMAL =
      codec(
          "he_normal",
          HeNormal.class,
          config -> new HeNormal(config.seed()),
          (initializer, config) -> config.putSeed(initializer.seed()));

  static final KerasCodec<Ones> ONES =
      codec("ones", Ones.class, config -> Ones.of(), (initializer, config) -> {});

  static final KerasCodec<Zeros> ZEROS =
      codec("zeros", Zeros.class, config -> Zeros.of(), (initializer, config) -> {});

  /** What the first two are in Keras, and what old files call them. */
  static final KerasCodec<Initializer> VARIANCE_SCALING =
      codec(
          "VarianceScaling",
          Initializer.class,
          InitializerCodecs::varianceScaling,
          (initializer, config) -> {
            throw new IllegalStateException("VarianceScaling is only read");
          });

  private InitializerCodecs() {}

  private static Initializer varianceScaling(ConfigReader config) {
    double scale = config.number("scale", 1);
    String mode = config.text("mode", "fan_in");
    String distribution = config.text("distribution", "truncated_normal");
    Long seed = config.seed();
    if (scale == 1 && mode.equals("fan_avg") && distribution.equals("uniform")) {
      return new GlorotUniform(seed);
    }
    boolean normal = distribution.equals("truncated_normal") || distribution.equals("normal");
    if (scale == 2 && mode.equals("fan_in") && normal) {
      return new HeNormal(seed);
    }
    throw new IllegalArgumentException(
        "expected the scaling of GlorotUniform or HeNormal, got scale "
            + scale
            + ", mode "
            + Shown.name(mode)
            + " and distribution "
            + Shown.name(distribution));
  }

  private static <T> KerasCodec<T> codec(
      String identifier,
      Class<T> type,
      Function<ConfigReader, T> read,
      BiConsumer<T, ConfigWriter> write) {
    return KerasCodec.of(
        identifier,
        type,
        config -> {
          config.onlyFloat32();
          return read.apply(config);
        },
        write);
  }
}
