package io.rhyton.training;

import io.rhyton.model.Arguments;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/**
 * How a model runs on this machine; no part of the model and written to no file.
 *
 * @param seed the seed of initial weights, dropout and shuffling; random if null. Two runs with one
 *     seed on one machine's processor are equal bit for bit
 * @param precision the precision of a step
 * @param threads the number of threads that TensorFlow uses, 0 for one a core
 */
public record Execution(@Nullable Long seed, Precision precision, int threads) {

  /** Checks the ranges. */
  public Execution {
    Arguments.requireNotNegative("threads", threads);
  }

  /** A random seed, float32, a thread a core. */
  public static Execution defaults() {
    return new Execution(null, Precision.FLOAT32, 0);
  }

  /** Sets the seed. */
  public Execution seed(long seed) {
    return new Execution(seed, precision, threads);
  }

  /** Sets the precision; {@link Precision#FLOAT32} unless set. */
  public Execution precision(Precision precision) {
    return new Execution(seed, precision, threads);
  }

  /** Sets the number of threads; 0, one a core, unless set. */
  public Execution threads(int threads) {
    return new Execution(seed, precision, threads);
  }

  long seedOrRandom() {
    return seed != null ? seed : ThreadLocalRandom.current().nextLong();
  }

  ConfigProto toConfig() {
    ConfigProto.Builder config =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(threads)
            .setInterOpParallelismThreads(threads);
    if (precision == Precision.BFLOAT16) {
      config.setGraphOptions(
          GraphOptions.newBuilder()
              .setRewriteOptions(
                  RewriterConfig.newBuilder()
                      .setAutoMixedPrecisionOnednnBfloat16(RewriterConfig.Toggle.ON)));
    }
    return config.build();
  }
}
