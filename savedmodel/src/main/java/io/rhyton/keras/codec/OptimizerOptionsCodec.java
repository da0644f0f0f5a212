package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerOptions;
import io.rhyton.model.schedule.ConstantLearningRate;
import io.rhyton.model.schedule.LearningRate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Codec for the options that every optimizer has. */
final class OptimizerOptionsCodec {
  private OptimizerOptionsCodec() {}

  /** Returns a codec of two functions; the second one writes the options of its own. */
  static <T extends Optimizer> KerasCodec<T> codec(
      String identifier,
      Class<T> type,
      Function<OptionsReader, T> read,
      BiConsumer<T, OptionsWriter> write) {
    return KerasCodec.of(
        identifier,
        type,
        read,
        (optimizer, config) -> {
          write(config, optimizer);
          write.accept(optimizer, config);
        });
  }

  /** Reads all but the learning rate. */
  static OptimizerOptions read(OptionsReader config) {
    return read(config, null);
  }

  /**
   * Reads all but the learning rate.
   *
   * @param weightDecay the default of the optimizer
   */
  static OptimizerOptions read(OptionsReader config, @Nullable Double weightDecay) {
    config.ignore("name", "jit_compile", "is_legacy_optimizer");
    config.only("decay", 0);
    Double decay = config.numberOrNull("weight_decay", weightDecay);
    return new OptimizerOptions(
        // In Keras 2 0 means none.
        decay != null && decay == 0 ? weightDecay == null ? null : decay : decay,
        config.numberOrNull("clipnorm", null),
        config.numberOrNull("clipvalue", null),
        config.numberOrNull("global_clipnorm", null),
        config.flag("use_ema", false),
        config.number("ema_momentum", 0.99),
        config.integerOrNull("ema_overwrite_frequency"),
        config.numberOrNull("loss_scale_factor", null),
        config.integerOrNull("gradient_accumulation_steps"),
        List.of());
  }

  /** Reads the learning rate, which Keras 2 also called lr. */
  static LearningRate learningRate(OptionsReader config, double otherwise) {
    String key = config.get("learning_rate").isAbsent() ? "lr" : "learning_rate";
    JsonValue value = config.get(key);
    if (value.isObject()) {
      LearningRate schedule = KerasCodecs.SCHEDULES.read(value);
      return schedule == null ? LearningRate.of(otherwise) : schedule;
    }
    return LearningRate.of(config.float32(key, otherwise));
  }

  private static void write(OptionsWriter config, Optimizer optimizer) {
    String name = optimizer.getClass().getSimpleName();
    OptimizerOptions options = optimizer.options();
    config.put("name", name.equals("SGD") ? name : name.toLowerCase(Locale.ROOT));
    if (optimizer.learningRate() instanceof ConstantLearningRate constant) {
      config.put("learning_rate", constant.value());
    } else {
      config.put("learning_rate", optimizer.learningRate());
    }
    config
        .put("weight_decay", options.weightDecay())
        .put("clipnorm", options.clipnorm())
        .put("global_clipnorm", options.globalClipnorm())
        .put("clipvalue", options.clipvalue())
        .put("use_ema", options.useEma())
        .put("ema_momentum", options.emaMomentum())
        .put("ema_overwrite_frequency", options.emaOverwriteFrequency());
    // Keras 3.3 accepts these two; files of older versions do not have them.
    if (options.lossScaleFactor() != null) {
      config.put("loss_scale_factor", options.lossScaleFactor());
    }
    if (options.gradientAccumulationSteps() != null) {
      config.put("gradient_accumulation_steps", options.gradientAccumulationSteps());
    }
  }
}
