package io.rhyton.execution;

import io.rhyton.error.Arguments;
import io.rhyton.graph.layer.ProductType;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/**
 * How a model runs on this machine; no part of the model and written to no file.
 *
 * @param seed the seed of initial weights, dropout and shuffling; random if null. Two runs with one
 *     seed on one machine's processor are equal bit for bit
 * @param precision the precision of a step
 * @param threads the number of threads that TensorFlow uses, 0 for one a core
 * @param device the {@linkplain Device#name name} of what a step is computed on; TensorFlow's
 *     choice, the first GPU if there is one, if null
 * @param growsMemory whether a GPU's memory is taken as it is needed
 * @param isDeterministic whether equal runs are promised on a GPU, too
 */
public record Execution(
    @Nullable Long seed,
    Precision precision,
    int threads,
    @Nullable String device,
    boolean growsMemory,
    boolean isDeterministic) {
  private static final Pattern DEVICE = Pattern.compile("/[A-Z_]+:\\d+");
  private static final String ON_CPU = "/" + Device.CPU + ":";

  /** Checks the ranges. */
  public Execution {
    Arguments.requireNotNegative("threads", threads);
    if (device != null && !DEVICE.matcher(device).matches()) {
      throw new IllegalArgumentException(
          "device must be a name such as /CPU:0 or /GPU:0, got " + device);
    }
  }

  /** A random seed, float32, a thread a core, the first GPU if there is one. */
  public static Execution defaults() {
    return new Execution(null, Precision.FLOAT32, 0, null, false, false);
  }

  /** Sets the seed. */
  public Execution seed(long seed) {
    return new Execution(seed, precision, threads, device, growsMemory, isDeterministic);
  }

  /** Sets the precision; {@link Precision#FLOAT32} unless set. */
  public Execution precision(Precision precision) {
    return new Execution(seed, precision, threads, device, growsMemory, isDeterministic);
  }

  /** Sets the number of threads; 0, one a core, unless set. */
  public Execution threads(int threads) {
    return new Execution(seed, precision, threads, device, growsMemory, isDeterministic);
  }

  /**
   * Sets what to compute on; the first GPU, if there is one, unless set. What a GPU has no op for
   * is computed on the processor, as in Keras. On {@code /CPU:0} no GPU is touched.
   *
   * @param device the name of one of {@link Devices#list}
   */
  public Execution device(String device) {
    return new Execution(seed, precision, threads, device, growsMemory, isDeterministic);
  }

  /**
   * Takes the memory of GPUs as it is needed, and not all of it at once. The first model of a
   * process decides for all.
   */
  public Execution memoryGrowth() {
    return new Execution(seed, precision, threads, device, true, isDeterministic);
  }

  /**
   * Promises that two runs with one seed on one machine are equal bit for bit. On the processor
   * they are anyway, and it costs nothing. On a GPU, TensorFlow must be told so in the environment
   * ({@code TF_DETERMINISTIC_OPS=1}), which nobody can set for a process that runs; it then takes
   * slower ops, and fails on those that it has in no other form.
   *
   * <p>Source: {@code tf.config.experimental.enable_op_determinism}, TensorFlow 2.18.
   */
  public Execution deterministic() {
    return new Execution(seed, precision, threads, device, growsMemory, true);
  }

  /**
   * Checks that this machine can run so, as whatever trains a model does before it builds a graph.
   *
   * @throws DeviceException if it has no such device, or cannot promise equal runs
   */
  public void requirePossible() {
    ExecutionCheck.of(this).require(this);
  }

  /** Whether it is on the processor whatever there is. */
  boolean isOnCpu() {
    return device != null && device.startsWith(ON_CPU);
  }

  public long seedOrRandom() {
    return seed != null ? seed : ThreadLocalRandom.current().nextLong();
  }

  /** What convolutions and matrix products are emitted as. */
  @SuppressWarnings("exports") // For Rhyton's own modules.
  public ProductType products() {
    return switch (precision) {
      case FLOAT32 -> ProductType.FLOAT32;
      case FLOAT16 -> ProductType.FLOAT16;
      // On a processor Grappler does it, and lets more than the products be computed so.
      case BFLOAT16 -> usesGpu(devices()) ? ProductType.BFLOAT16 : ProductType.FLOAT32;
    };
  }

  /**
   * Whether it computes on a GPU.
   *
   * @param devices what a session would have
   */
  boolean usesGpu(List<Device> devices) {
    return !isOnCpu() && devices.stream().anyMatch(Device::isGpu);
  }

  /** What a session would have. */
  List<Device> devices() {
    return Devices.list(config().build());
  }

  ConfigProto toConfig() {
    return config()
        .setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriting()))
        .build();
  }

  private ConfigProto.Builder config() {
    ConfigProto.Builder config =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(threads)
            .setInterOpParallelismThreads(threads)
            .setAllowSoftPlacement(true)
            .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(growsMemory));
    if (isOnCpu()) {
      config.putDeviceCount(Device.GPU, 0);
    }
    return config;
  }

  /**
   * What Grappler may do. Its elimination of common subexpressions goes through them in another
   * order each time, so that sums are taken in another order, too; the graphs of {@code
   * GraphBuilder} have few.
   */
  private RewriterConfig rewriting() {
    RewriterConfig.Builder rewriting =
        RewriterConfig.newBuilder().setCommonSubgraphElimination(RewriterConfig.Toggle.OFF);
    if (precision == Precision.BFLOAT16 && !usesGpu(devices())) {
      rewriting.setAutoMixedPrecisionOnednnBfloat16(RewriterConfig.Toggle.ON);
    }
    return rewriting.build();
  }
}
