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
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(threads)
        .setInterOpParallelismThreads(threads)
        .setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriting()))
        .build();
  }

  /**
   * What Grappler may do. Its elimination of common subexpressions goes through them in another
   * order each time, so that sums are taken in another order, too; the graphs of {@code
   * GraphBuilder} have few.
   */
  private RewriterConfig rewriting() {
    RewriterConfig.Builder rewriting =
        RewriterConfig.newBuilder().setCommonSubgraphElimination(RewriterConfig.Toggle.OFF);
    if (precision == Precision.BFLOAT16) {
      rewriting.setAutoMixedPrecisionOnednnBfloat16(RewriterConfig.Toggle.ON);
    }
    return rewriting.build();
  }
}
