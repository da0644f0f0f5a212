package io.rhyton.keras.codec;

import io.rhyton.model.schedule.CosineDecay;
import io.rhyton.model.schedule.CosineDecayRestarts;
import io.rhyton.model.schedule.ExponentialDecay;
import io.rhyton.model.schedule.InverseTimeDecay;
import io.rhyton.model.schedule.LearningRate;
import io.rhyton.model.schedule.PiecewiseConstantDecay;
import io.rhyton.model.schedule.PolynomialDecay;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Codecs for learning-rate schedules. Keras stores their values as they were given. */
final class ScheduleCodecs {
  private static final KerasCodec<CosineDecay> COSINE_DECAY =
      codec(
          "CosineDecay",
          CosineDecay.class,
          config ->
              new CosineDecay(
                  config.number("initial_learning_rate"),
                  config.longInteger("decay_steps", 1),
                  config.number("alpha", 0),
                  config.numberOrNull("warmup_target", null),
                  config.longInteger("warmup_steps", 0)),
          (schedule, config) ->
              config
                  .put("initial_learning_rate", schedule.initialLearningRate())
                  .put("decay_steps", schedule.decaySteps())
                  .put("alpha", schedule.alpha())
                  .put("warmup_target", schedule.warmupTarget())
                  .put("warmup_steps", schedule.warmupSteps()));

  private static final KerasCodec<CosineDecayRestarts> COSINE_DECAY_RESTARTS =
      codec(
          "SGDRDecay",
          CosineDecayRestarts.class,
          config ->
              new CosineDecayRestarts(
                  config.number("initial_learning_rate"),
                  config.longInteger("first_decay_steps", 1),
                  config.number("t_mul", 2),
                  config.number("m_mul", 1),
                  config.number("alpha", 0)),
          (schedule, config) ->
              config
                  .put("initial_learning_rate", schedule.initialLearningRate())
                  .put("first_decay_steps", schedule.firstDecaySteps())
                  .put("t_mul", schedule.tMul())
                  .put("m_mul", schedule.mMul())
                  .put("alpha", schedule.alpha()));

  private static final KerasCodec<ExponentialDecay> EXPONENTIAL_DECAY =
      codec(
          "ExponentialDecay",
          ExponentialDecay.class,
          config ->
              new ExponentialDecay(
                  config.number("initial_learning_rate"),
                  config.longInteger("decay_steps", 1),
                  config.number("decay_rate"),
                  config.flag("staircase", false)),
          (schedule, config) ->
              config
                  .put("initial_learning_rate", schedule.initialLearningRate())
                  .put("decay_steps", schedule.decaySteps())
                  .put("decay_rate", schedule.decayRate())
                  .put("staircase", schedule.staircase()));

  private static final KerasCodec<InverseTimeDecay> INVERSE_TIME_DECAY =
      codec(
          "InverseTimeDecay",
          InverseTimeDecay.class,
          config ->
              new InverseTimeDecay(
                  config.number("initial_learning_rate"),
                  config.longInteger("decay_steps", 1),
                  config.number("decay_rate"),
                  config.flag("staircase", false)),
          (schedule, config) ->
              config
                  .put("initial_learning_rate", schedule.initialLearningRate())
                  .put("decay_steps", schedule.decaySteps())
                  .put("decay_rate", schedule.decayRate())
                  .put("staircase", schedule.staircase()));

  private static final KerasCodec<PolynomialDecay> POLYNOMIAL_DECAY =
      codec(
          "PolynomialDecay",
          PolynomialDecay.class,
          config ->
              new PolynomialDecay(
                  config.number("initial_learning_rate"),
                  config.longInteger("decay_steps", 1),
                  config.number("end_learning_rate", 0.0001),
                  config.number("power", 1),
                  config.flag("cycle", false)),
          (schedule, config) ->
              config
                  .put("initial_learning_rate", schedule.initialLearningRate())
                  .put("decay_steps", schedule.decaySteps())
                  .put("end_learning_rate", schedule.endLearningRate())
                  .put("power", schedule.power())
                  .put("cycle", schedule.cycle()));

  private static final KerasCodec<PiecewiseConstantDecay> PIECEWISE_CONSTANT_DECAY =
      codec(
          "PiecewiseConstant",
          PiecewiseConstantDecay.class,
          config ->
              new PiecewiseConstantDecay(
                  config.elements("boundaries", value -> value.longInteger(0)),
                  config.elements("values", value -> value.number(0))),
          (schedule, config) ->
              config.put("boundaries", schedule.boundaries()).put("values", schedule.values()));

  /** All codecs for schedules. */
  static final List<KerasCodec<? extends LearningRate>> ALL =
      List.of(
          COSINE_DECAY,
          COSINE_DECAY_RESTARTS,
          EXPONENTIAL_DECAY,
          INVERSE_TIME_DECAY,
          PIECEWISE_CONSTANT_DECAY,
          POLYNOMIAL_DECAY);

  private ScheduleCodecs() {}

  /** Returns a codec that writes Keras's default name of a schedule, and reads any name. */
  private static <T> KerasCodec<T> codec(
      String name,
      Class<T> type,
      Function<OptionsReader, T> read,
      BiConsumer<T, OptionsWriter> write) {
    return KerasCodec.of(
        type.getSimpleName(),
        type,
        config -> {
          config.ignore("name");
          return read.apply(config);
        },
        (schedule, config) -> {
          write.accept(schedule, config);
          config.put("name", name);
        });
  }
}
