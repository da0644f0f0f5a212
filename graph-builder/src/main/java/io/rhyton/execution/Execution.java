package io.rhyton.execution;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The runtime settings of a model on this machine; not part of the model and not saved.
 *
 * <pre>{@code
 * Execution execution = Execution.defaults().seed(7).dtypePolicy(MIXED_BFLOAT16);
 * }</pre>
 *
 * @param seed the seed of initial weights, dropout and shuffling; random if null. Two runs with the
 *     same seed on the same CPU are bit-for-bit identical
 * @param dtypePolicy the dtype policy, which determines the dtypes that a step computes in
 * @param threads the number of threads that TensorFlow uses; 0 for one per core
 * @param device the {@linkplain Device#name name} of the device to run on; TensorFlow's choice if
 *     null: the first GPU if there is one
 * @param growsMemory whether GPU memory is allocated on demand
 * @param isDeterministic whether runs are required to be reproducible on a GPU, too
 */
public record Execution(
    @Nullable Long seed,
    DTypePolicy dtypePolicy,
    int threads,
    @Nullable String device,
    boolean growsMemory,
    boolean isDeterministic) {
  private static final Pattern DEVICE = Pattern.compile("/[A-Z_]+:\\d+");
  private static final String ON_CPU = "/" + Device.CPU + ":";

  public Execution {
    Objects.requireNonNull(dtypePolicy, "dtypePolicy");
    Arguments.requireNotNegative("threads", threads);
    if (device != null && !DEVICE.matcher(device).matches()) {
      throw new IllegalArgumentException(
          "device must be a name such as /CPU:0 or /GPU:0, got " + MessageText.line(device));
    }
  }

  /** A random seed, float32, one thread per core, the first GPU if there is one. */
  public static Execution defaults() {
    return new Execution(null, DTypePolicy.FLOAT32, 0, null, false, false);
  }

  /** Sets the seed; random by default. */
  public Execution seed(long seed) {
    return new Execution(seed, dtypePolicy, threads, device, growsMemory, isDeterministic);
  }

  /** Sets the dtype policy; {@link DTypePolicy#FLOAT32} by default. */
  public Execution dtypePolicy(DTypePolicy dtypePolicy) {
    Objects.requireNonNull(dtypePolicy, "dtypePolicy");
    return new Execution(seed, dtypePolicy, threads, device, growsMemory, isDeterministic);
  }

  /** Sets the number of threads; by default 0, one per core. */
  public Execution threads(int threads) {
    return new Execution(seed, dtypePolicy, threads, device, growsMemory, isDeterministic);
  }

  /**
   * Sets the device to run on; by default the first GPU, if there is one. Ops without a GPU kernel
   * run on the CPU, as in Keras. With {@code /CPU:0} no GPU is initialized.
   *
   * @param device the name of a device in {@link Devices#list}
   */
  public Execution device(String device) {
    Objects.requireNonNull(device, "device");
    return new Execution(seed, dtypePolicy, threads, device, growsMemory, isDeterministic);
  }

  /**
   * Sets whether GPU memory is allocated on demand instead of all at once; false by default. The
   * first model of a process decides for all others.
   */
  public Execution memoryGrowth(boolean memoryGrowth) {
    return new Execution(seed, dtypePolicy, threads, device, memoryGrowth, isDeterministic);
  }

  /**
   * Sets whether two runs with the same seed on the same machine must be bit-for-bit identical;
   * false by default. On a CPU they always are, at no cost. On a GPU, the environment variable
   * {@code TF_DETERMINISTIC_OPS=1} must be set before the process starts; TensorFlow then uses
   * slower deterministic kernels, and fails on ops that have none.
   *
   * <p>Source: {@code tf.config.experimental.enable_op_determinism}, TensorFlow 2.18.
   */
  public Execution deterministic(boolean deterministic) {
    return new Execution(seed, dtypePolicy, threads, device, growsMemory, deterministic);
  }

  /** Whether it runs on the CPU even if there is a GPU. */
  public boolean isOnCpu() {
    return device != null && device.startsWith(ON_CPU);
  }

  /** Returns the seed, or a random one if none was set. */
  public long seedOrRandom() {
    return seed != null ? seed : ThreadLocalRandom.current().nextLong();
  }
}
