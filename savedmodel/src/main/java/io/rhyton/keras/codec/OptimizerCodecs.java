package io.rhyton.keras.codec;

import io.rhyton.model.optimizer.Adadelta;
import io.rhyton.model.optimizer.Adagrad;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.AdamW;
import io.rhyton.model.optimizer.Adamax;
import io.rhyton.model.optimizer.Ftrl;
import io.rhyton.model.optimizer.Lion;
import io.rhyton.model.optimizer.Nadam;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.RMSprop;
import io.rhyton.model.optimizer.SGD;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Codecs for optimizers. */
public final class OptimizerCodecs {
  static final KerasCodec<Adadelta> ADADELTA =
      OptimizerOptionsCodec.codec(
          "adadelta",
          Adadelta.class,
          config ->
              new Adadelta(
                  OptimizerOptionsCodec.learningRate(config, 0.001),
                  config.number("rho", 0.95),
                  config.number("epsilon", 1e-7),
                  OptimizerOptionsCodec.read(config)),
          (optimizer, config) ->
              config.put("rho", optimizer.rho()).put("epsilon", optimizer.epsilon()));

  static final KerasCodec<Adagrad> ADAGRAD =
      OptimizerOptionsCodec.codec(
          "adagrad",
          Adagrad.class,
          config ->
              new Adagrad(
                  OptimizerOptionsCodec.learningRate(config, 0.001),
                  config.number("initial_accumulator_value", 0.1),
                  config.number("epsilon", 1e-7),
                  OptimizerOptionsCodec.read(config)),
          (optimizer, config) ->
              config
                  .put("initial_accumulator_value", optimizer.initialAccumulatorValue())
                  .put("epsilon", optimizer.epsilon()));

  static final KerasCodec<Adam> ADAM =
      OptimizerOptionsCodec.codec(
          "adam",
          Adam.class,
          config ->
              new Adam(
                  OptimizerOptionsCodec.learningRate(config, 0.001),
                  config.number("beta_1", 0.9),
                  config.number("beta_2", 0.999),
                  config.number("epsilon", 1e-7),
                  config.flag("amsgrad", false),
                  OptimizerOptionsCodec.read(config)),
          (optimizer, config) ->
              config
                  .put("beta_1", optimizer.beta1())
                  .put("beta_2", optimizer.beta2())
                  .put("epsilon", optimizer.epsilon())
                  .put("amsgrad", optimizer.amsgrad()));

  static final KerasCodec<AdamW> ADAM_W =
      OptimizerOptionsCodec.codec(
          "adamw",
          AdamW.class,
          config ->
              new AdamW(
                  OptimizerOptionsCodec.learningRate(config, 0.001),
                  config.number("beta_1", 0.9),
                  config.number("beta_2", 0.999),
                  config.number("epsilon", 1e-7),
                  config.flag("amsgrad", false),
                  OptimizerOptionsCodec.read(config, 0.004)),
          (optimizer, config) ->
              config
                  .put("beta_1", optimizer.beta1())
                  .put("beta_2", optimizer.beta2())
                  .put("epsilon", optimizer.epsilon())
                  .put("amsgrad", optimizer.amsgrad()));

  static final KerasCodec<Adamax> ADAMAX =
      OptimizerOptionsCodec.codec(
          "adamax",
          Adamax.class,
          config ->
              new Adamax(
                  OptimizerOptionsCodec.learningRate(config, 0.001),
                  config.number("beta_1", 0.9),
                  config.number("beta_2", 0.999),
                  config.number("epsilon", 1e-7),
                  OptimizerOptionsCodec.read(config)),
          (optimizer, config) ->
              config
                  .put("beta_1", optimizer.beta1())
                  .put("beta_2", optimizer.beta2())
                  .put("epsilon", optimizer.epsilon()));

  static final KerasCodec<Ftrl> FTRL =
      OptimizerOptionsCodec.codec(
          "ftrl",
          Ftrl.class,
          config ->
              new Ftrl(
                  OptimizerOptionsCodec.learningRate(config, 0.001),
                  config.number("learning_rate_power", -0.5),
                  config.number("initial_accumulator_value", 0.1),
                  config.number("l1_regularization_strength", 0),
                  config.number("l2_regularization_strength", 0),
                  config.number("l2_shrinkage_regularization_strength", 0),
                  config.number("beta", 0),
                  OptimizerOptionsCodec.read(config)),
          (optimizer, config) ->
              config
                  .put("learning_rate_power", optimizer.learningRatePower())
                  .put("initial_accumulator_value", optimizer.initialAccumulatorValue())
                  .put("l1_regularization_strength", optimizer.l1RegularizationStrength())
                  .put("l2_regularization_strength", optimizer.l2RegularizationStrength())
                  .put(
                      "l2_shrinkage_regularization_strength",
                      optimizer.l2ShrinkageRegularizationStrength())
                  .put("beta", optimizer.beta()));

  static final KerasCodec<Lion> LION =
      OptimizerOptionsCodec.codec(
          "lion",
          Lion.class,
          config ->
              new Lion(
                  OptimizerOptionsCodec.learningRate(config, 0.001),
                  config.number("beta_1", 0.9),
                  config.number("beta_2", 0.99),
                  OptimizerOptionsCodec.read(config)),
          (optimizer, config) ->
              config.put("beta_1", optimizer.beta1()).put("beta_2", optimizer.beta2()));

  static final KerasCodec<Nadam> NADAM =
      OptimizerOptionsCodec.codec(
          "nadam",
          Nadam.class,
          config ->
              new Nadam(
                  OptimizerOptionsCodec.learningRate(config, 0.001),
                  config.number("beta_1", 0.9),
                  config.number("beta_2", 0.999),
                  config.number("epsilon", 1e-7),
                  OptimizerOptionsCodec.read(config)),
          (optimizer, config) ->
              config
                  .put("beta_1", optimizer.beta1())
                  .put("beta_2", optimizer.beta2())
                  .put("epsilon", optimizer.epsilon()));

  static final KerasCodec<RMSprop> RMS_PROP =
      OptimizerOptionsCodec.codec(
          "rmsprop",
          RMSprop.class,
          config ->
              new RMSprop(
                  OptimizerOptionsCodec.learningRate(config, 0.001),
                  config.number("rho", 0.9),
                  config.number("momentum", 0),
                  config.number("epsilon", 1e-7),
                  config.flag("centered", false),
                  OptimizerOptionsCodec.read(config)),
          (optimizer, config) ->
              config
                  .put("rho", optimizer.rho())
                  .put("momentum", optimizer.momentum())
                  .put("epsilon", optimizer.epsilon())
                  .put("centered", optimizer.centered()));

  static final KerasCodec<SGD> SGD =
      OptimizerOptionsCodec.codec(
          "sgd",
          SGD.class,
          config ->
              new SGD(
                  OptimizerOptionsCodec.learningRate(config, 0.01),
                  config.number("momentum", 0),
                  config.flag("nesterov", false),
                  OptimizerOptionsCodec.read(config)),
          (optimizer, config) ->
              config.put("momentum", optimizer.momentum()).put("nesterov", optimizer.nesterov()));

  /** All codecs for optimizers. */
  public static final List<KerasCodec<? extends Optimizer>> ALL =
      List.of(ADADELTA, ADAGRAD, ADAM, ADAM_W, ADAMAX, FTRL, LION, NADAM, RMS_PROP, SGD);

  private OptimizerCodecs() {}

  /** Returns the codecs by the names of the new optimizers in Keras 2.11, then experimental. */
  static Map<String, KerasCodec<? extends Optimizer>> experimental() {
    Map<String, KerasCodec<? extends Optimizer>> codecs = new HashMap<>();
    ALL.forEach(codec -> codecs.put("Custom>" + codec.className(), codec));
    return codecs;
  }
}
