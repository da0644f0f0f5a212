package io.rhyton.keras;

import io.rhyton.model.training.Adam;
import io.rhyton.model.training.SGD;

/** Optimizers. */
final class OptimizerCodecs {
  static final KerasCodec<Adam> ADAM =
      KerasCodec.of(
          "adam",
          Adam.class,
          config -> {
            double learningRate = readCommon(config, 0.001);
            return new Adam(
                learningRate,
                config.number("beta_1", 0.9),
                config.number("beta_2", 0.999),
                config.number("epsilon", 1e-7));
          },
          (adam, config) -> {
            writeCommon(config, "adam", adam.learningRate());
            config
                .put("beta_1", adam.beta1())
                .put("beta_2", adam.beta2())
                .put("epsilon", adam.epsilon())
                .put("amsgrad", false);
          });

  static final KerasCodec<SGD> SGD =
      KerasCodec.of(
          "sgd",
          SGD.class,
          config -> {
            double learningRate = readCommon(config, 0.01);
            return new SGD(
                learningRate, config.number("momentum", 0), config.flag("nesterov", false));
          },
          (sgd, config) -> {
            writeCommon(config, "SGD", sgd.learningRate());
            config.put("momentum", sgd.momentum()).put("nesterov", sgd.nesterov());
          });

  private OptimizerCodecs() {}

  /** The options that every optimizer has; gives the learning rate, which Keras 2 called lr. */
  private static double readCommon(ConfigReader config, double otherwise) {
    config.ignore("name", "jit_compile", "is_legacy_optimizer");
    // These say how averages are made, if they are; use_ema says whether.
    config.ignore("ema_momentum", "ema_overwrite_frequency");
    config.only("decay", 0);
    config.only("weight_decay", 0);
    String key = config.get("learning_rate").isAbsent() ? "lr" : "learning_rate";
    JsonValue value = config.get(key);
    if (value.isObject()) {
      value.refuse("Rhyton has no learning rate schedule, got " + Shown.value(value.node()));
      return otherwise;
    }
    return config.float32(key, otherwise);
  }

  private static void writeCommon(ConfigWriter config, String name, double learningRate) {
    config
        .put("name", name)
        .put("learning_rate", learningRate)
        .putNull("weight_decay", "clipnorm", "global_clipnorm", "clipvalue")
        .put("use_ema", false)
        .put("ema_momentum", 0.99)
        .putNull("ema_overwrite_frequency");
  }
}
