package io.rhyton.training;

import io.rhyton.graph.GraphTensor;
import io.rhyton.graph.ModelGraph;
import io.rhyton.graph.objective.LabelInput;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** The devices on which TensorFlow ran a step. */
public final class StepDevices {
  private StepDevices() {}

  /**
   * Runs a training step of {@link SmallModels}; returns the device of each op, without the job.
   */
  public static Map<String, String> devices(ModelGraph graph, Session session) {
    try (TFloat32 images = TFloat32.tensorOf(Shape.of(4, 6, 6, 1));
        TInt64 labels = TInt64.vectorOf(0, 1, 0, 1)) {
      session.run(graph.initialize());
      Session.Runner runner =
          session
              .runner()
              .setOptions(RunOptions.newBuilder().setOutputPartitionGraphs(true).build())
              .addTarget(graph.steps().trainStep());
      for (GraphTensor input : graph.inputs()) {
        runner.feed(input.operand(), images);
      }
      for (LabelInput label : graph.labels()) {
        runner.feed(label.placeholder(), labels);
      }
      try (Result result = runner.runAndFetchMetadata()) {
        return devices(result);
      }
    }
  }

  private static Map<String, String> devices(Result result) {
    Map<String, String> devices = new TreeMap<>();
    result.getMetadata().orElseThrow().getPartitionGraphsList().stream()
        .flatMap(graph -> graph.getNodeList().stream())
        .filter(node -> !isTransfer(node))
        .forEach(node -> devices.put(node.getName(), type(node)));
    return devices;
  }

  /** Whether it only sends or receives a tensor. */
  private static boolean isTransfer(NodeDef node) {
    return node.getOp().matches("_(Arg|Retval|Send|Recv|HostSend|HostRecv)");
  }

  private static String type(NodeDef node) {
    return node.getDevice().replaceFirst(".*/device:", "/");
  }
}
