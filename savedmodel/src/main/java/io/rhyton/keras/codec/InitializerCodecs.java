package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.weight.Constant;
import io.rhyton.model.weight.GlorotNormal;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.HeNormal;
import io.rhyton.model.weight.HeUniform;
import io.rhyton.model.weight.IdentityInitializer;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.LecunNormal;
import io.rhyton.model.weight.LecunUniform;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Orthogonal;
import io.rhyton.model.weight.RandomNormal;
import io.rhyton.model.weight.RandomUniform;
import io.rhyton.model.weight.TruncatedNormal;
import io.rhyton.model.weight.VarianceScaling;
import io.rhyton.model.weight.VarianceScaling.Distribution;
import io.rhyton.model.weight.VarianceScaling.Mode;
import io.rhyton.model.weight.Zeros;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Codecs for initializers. Old files of Keras 2 contain a dtype here. */
final class InitializerCodecs {
  private static final KerasCodec<Constant> CONSTANT =
      codec(
          "constant",
          Constant.class,
          config -> new Constant(config.number("value", 0)),
          (initializer, config) -> config.put("value", initializer.value()));

  private static final KerasCodec<GlorotNormal> GLOROT_NORMAL =
      codec(
          "glorot_normal",
          GlorotNormal.class,
          config -> new GlorotNormal(config.seed()),
          (initializer, config) -> config.putSeed(initializer.seed()));

  private static final KerasCodec<GlorotUniform> GLOROT_UNIFORM =
      codec(
          "glorot_uniform",
          GlorotUniform.class,
          config -> new GlorotUniform(config.seed()),
          (initializer, config) -> config.putSeed(initializer.seed()));

  private static final KerasCodec<HeNormal> HE_NORMAL =
      codec(
          "he_normal",
          HeNormal.class,
          config -> new HeNormal(config.seed()),
          (initializer, config) -> config.putSeed(initializer.seed()));

  private static final KerasCodec<HeUniform> HE_UNIFORM =
      codec(
          "he_uniform",
          HeUniform.class,
          config -> new HeUniform(config.seed()),
          (initializer, config) -> config.putSeed(initializer.seed()));

  private static final KerasCodec<IdentityInitializer> IDENTITY =
      codec(
              "identity",
              IdentityInitializer.class,
              config -> new IdentityInitializer(config.number("gain", 1)),
              (initializer, config) -> config.put("gain", initializer.gain()))
          .named("Identity");

  private static final KerasCodec<LecunNormal> LECUN_NORMAL =
      codec(
          "lecun_normal",
          LecunNormal.class,
          config -> new LecunNormal(config.seed()),
          (initializer, config) -> config.putSeed(initializer.seed()));

  private static final KerasCodec<LecunUniform> LECUN_UNIFORM =
      codec(
          "lecun_uniform",
          LecunUniform.class,
          config -> new LecunUniform(config.seed()),
          (initializer, config) -> config.putSeed(initializer.seed()));

  private static final KerasCodec<Ones> ONES =
      codec("ones", Ones.class, config -> Ones.of(), (initializer, config) -> {});

  private static final KerasCodec<RandomNormal> RANDOM_NORMAL =
      codec(
          "random_normal",
          RandomNormal.class,
          config ->
              new RandomNormal(
                  config.number("mean", 0), config.number("stddev", 0.05), config.seed()),
          (initializer, config) ->
              config
                  .put("mean", initializer.mean())
                  .put("stddev", initializer.stddev())
                  .putSeed(initializer.seed()));

  private static final KerasCodec<RandomUniform> RANDOM_UNIFORM =
      codec(
          "random_uniform",
          RandomUniform.class,
          config ->
              new RandomUniform(
                  config.number("minval", -0.05), config.number("maxval", 0.05), config.seed()),
          (initializer, config) ->
              config
                  .put("minval", initializer.minval())
                  .put("maxval", initializer.maxval())
                  .putSeed(initializer.seed()));

  private static final KerasCodec<TruncatedNormal> TRUNCATED_NORMAL =
      codec(
          "truncated_normal",
          TruncatedNormal.class,
          config ->
              new TruncatedNormal(
                  config.number("mean", 0), config.number("stddev", 0.05), config.seed()),
          (initializer, config) ->
              config
                  .put("mean", initializer.mean())
                  .put("stddev", initializer.stddev())
                  .putSeed(initializer.seed()));

  private static final KerasCodec<Zeros> ZEROS =
      codec("zeros", Zeros.class, config -> Zeros.of(), (initializer, config) -> {});

  /** Written under the name that every version of Keras has. */
  private static final KerasCodec<Orthogonal> ORTHOGONAL =
      codec(
              "orthogonal",
              Orthogonal.class,
              config -> new Orthogonal(config.number("gain", 1), config.seed()),
              (initializer, config) ->
                  config.put("gain", initializer.gain()).putSeed(initializer.seed()))
          .named("OrthogonalInitializer");

  private static final KerasCodec<VarianceScaling> VARIANCE_SCALING =
      codec(
          "variance_scaling",
          VarianceScaling.class,
          config ->
              new VarianceScaling(
                  config.number("scale", 1),
                  config.constant("mode", Mode.FAN_IN),
                  distribution(config),
                  config.seed()),
          (initializer, config) ->
              config
                  .put("scale", initializer.scale())
                  .putConstant("mode", initializer.mode())
                  .putConstant("distribution", initializer.distribution())
                  .putSeed(initializer.seed()));

  /** All codecs for initializers. */
  static final List<KerasCodec<? extends Initializer>> ALL =
      List.of(
          CONSTANT,
          GLOROT_NORMAL,
          GLOROT_UNIFORM,
          HE_NORMAL,
          HE_UNIFORM,
          IDENTITY,
          LECUN_NORMAL,
          LECUN_UNIFORM,
          ONES,
          RANDOM_NORMAL,
          RANDOM_UNIFORM,
          TRUNCATED_NORMAL,
          ZEROS,
          ORTHOGONAL,
          VARIANCE_SCALING);

  /** Aliases of Keras. */
  static final Map<String, KerasCodec<? extends Initializer>> OTHER_NAMES =
      Map.of(
          "IdentityInitializer", IDENTITY,
          "Orthogonal", ORTHOGONAL,
          "normal", RANDOM_NORMAL,
          "one", ONES,
          "uniform", RANDOM_UNIFORM,
          "zero", ZEROS);

  private InitializerCodecs() {}

  /** Reads a distribution; "normal" is Keras's short name of the truncated one. */
  private static Distribution distribution(OptionsReader config) {
    JsonValue value = config.get("distribution");
    return value.isText() && value.text("").equals("normal")
        ? Distribution.TRUNCATED_NORMAL
        : config.constant("distribution", Distribution.TRUNCATED_NORMAL);
  }

  private static <T> KerasCodec<T> codec(
      String identifier,
      Class<T> type,
      Function<OptionsReader, T> read,
      BiConsumer<T, OptionsWriter> write) {
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
