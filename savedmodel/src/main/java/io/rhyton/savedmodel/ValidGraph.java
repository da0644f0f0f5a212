package io.rhyton.savedmodel;

import com.google.protobuf.Message;
import io.rhyton.artifact.ArtifactException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Checks the nodes and shapes of a graph before TensorFlow loads it: it ends the process when it
 * computes with some that are impossible.
 *
 * <p>Source: {@code tensorflow/core/framework/tensor_shape.cc}, TensorFlow 2.18.
 */
final class ValidGraph {
  private static final int MOST_AXES = 254;
  private static final int MOST_SHOWN = 10;
  private static final String CONFORMING = "nodes that conform to the definitions of their ops";

  /** The proto of a constant may have a large shape, and a single value that fills it. */
  private static final long MOST_CONSTANT_VALUES = 1L << 28;

  private final Path folder;
  private final FunctionTypes types;
  private final long mostConstantValues;
  private long constantValues;

  private ValidGraph(Path folder, MetaGraphDef metaGraph) {
    this.folder = folder;
    this.types = new FunctionTypes(metaGraph.getGraphDef().getLibrary());
    this.mostConstantValues = Math.max(MOST_CONSTANT_VALUES, metaGraph.getSerializedSize());
  }

  /**
   * Checks all nodes, those of functions included, the types of tensors in functions, and all
   * shapes of attributes, constants and signatures.
   *
   * @throws ArtifactException if one of them is invalid
   */
  static void require(Path folder, MetaGraphDef metaGraph) {
    ValidGraph graph = new ValidGraph(folder, metaGraph);
    Deque<Message> waiting = new ArrayDeque<>(List.of(metaGraph));
    while (!waiting.isEmpty()) {
      Message message = waiting.remove();
      graph.requireOne(message);
      for (Object value : message.getAllFields().values()) {
        if (value instanceof Message part) {
          waiting.add(part);
        } else if (value instanceof List<?> parts) {
          parts.stream()
              .filter(Message.class::isInstance)
              .forEach(part -> waiting.add((Message) part));
        }
      }
    }
    metaGraph.getGraphDef().getLibrary().getFunctionList().forEach(graph::requireTypes);
  }

  private void requireTypes(FunctionDef function) {
    String fault = types.bodyFault(function);
    if (fault != null) {
      throw invalid(CONFORMING, fault);
    }
  }

  private void requireOne(Message message) {
    if (message instanceof TensorShapeProto shape && !isPossible(shape)) {
      List<Long> sizes =
          shape.getDimList().stream().limit(MOST_SHOWN).map(TensorShapeProto.Dim::getSize).toList();
      throw invalid("shapes of fewer than 2^63 values", sizes.toString());
    }
    if (message instanceof TensorProto tensor) {
      requireNotTooLarge(tensor.getTensorShape());
    }
    if (message instanceof NodeDef node) {
      String fault = OpDefinitions.fault(node);
      if (fault == null) {
        fault = types.callFault(node);
      }
      if (fault != null) {
        throw invalid(CONFORMING, "op '" + node.getOp() + "' with " + fault);
      }
    }
  }

  private void requireNotTooLarge(TensorShapeProto shape) {
    if (isPossible(shape)) {
      long values = 1;
      for (TensorShapeProto.Dim dim : shape.getDimList()) {
        values *= Math.max(0, dim.getSize());
      }
      constantValues = Math.min(constantValues + values, Long.MAX_VALUE / 2);
    }
    if (constantValues > mostConstantValues) {
      throw new ArtifactException(
          SavedModelWriter.KIND,
          folder,
          "constants of at most " + mostConstantValues + " values",
          "more",
          UntrustedGraph.TRUST);
    }
  }

  private static boolean isPossible(TensorShapeProto shape) {
    if (shape.getDimCount() > MOST_AXES) {
      return false;
    }
    long product = 1;
    for (TensorShapeProto.Dim dim : shape.getDimList()) {
      long size = Math.max(1, dim.getSize());
      if (dim.getSize() < -1 || Math.multiplyHigh(product, size) != 0 || product * size < 0) {
        return false;
      }
      product *= size;
    }
    return true;
  }

  private ArtifactException invalid(String expected, String received) {
    return new ArtifactException(
        SavedModelWriter.KIND,
        folder,
        expected,
        received,
        "The folder is damaged, or from another version of TensorFlow: save the model again.");
  }
}
