package io.rhyton.session;

import io.rhyton.execution.DTypePolicy;
import io.rhyton.execution.Device;
import io.rhyton.execution.Devices;
import io.rhyton.execution.Execution;
import io.rhyton.graph.layer.ComputeDtype;
import java.util.List;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/** Converts execution settings to TensorFlow's configuration. */
public final class SessionConfig {
  private SessionConfig() {}

  /** Returns the configuration of a session. */
  public static ConfigProto of(Execution execution) {
    ConfigProto.Builder config =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(execution.threads())
            .setInterOpParallelismThreads(execution.threads())
            .setAllowSoftPlacement(true)
            .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(execution.growsMemory()))
            .setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriting(execution)));
    if (execution.isOnCpu()) {
      config.putDeviceCount("GPU", 0);
    }
    return config.build();
  }

  /**
   * The optimizations of Grappler. Common subexpression elimination is disabled: it visits
   * subexpressions in a different order each time, so that sums are computed in a different order,
   * too, and the graphs of {@code GraphBuilder} contain few of them.
   */
  private static RewriterConfig rewriting(Execution execution) {
    RewriterConfig.Builder rewriting =
        RewriterConfig.newBuilder().setCommonSubgraphElimination(RewriterConfig.Toggle.OFF);
    if (execution.dtypePolicy() == DTypePolicy.MIXED_BFLOAT16 && !usesGpu(execution)) {
      rewriting.setAutoMixedPrecisionOnednnBfloat16(RewriterConfig.Toggle.ON);
    }
    return rewriting.build();
  }

  /** Returns the dtype of convolutions and matrix products. */
  public static ComputeDtype computeDtype(Execution execution) {
    return switch (execution.dtypePolicy()) {
      case FLOAT32 -> ComputeDtype.FLOAT32;
      case MIXED_FLOAT16 -> ComputeDtype.FLOAT16;
      // On a CPU, Grappler converts these ops, and others as well.
      case MIXED_BFLOAT16 -> usesGpu(execution) ? ComputeDtype.BFLOAT16 : ComputeDtype.FLOAT32;
    };
  }

  private static boolean usesGpu(Execution execution) {
    return usesGpu(execution, Devices.list(execution));
  }

  /**
   * Returns whether a session runs on a GPU.
   *
   * @param devices the devices that it would have
   */
  static boolean usesGpu(Execution execution, List<Device> devices) {
    return !execution.isOnCpu() && devices.stream().anyMatch(Device::isGpu);
  }
}
