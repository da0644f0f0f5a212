package io.rhyton.savedmodel;

import io.rhyton.graph.TrainingFunctions.LabelPort;
import io.rhyton.graph.TrainingFunctions.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.Struct.TensorSpecProto;

/**
 * The inputs and outputs of the functions of a trainable SavedModel.
 *
 * @param inputs samples
 * @param outputs predictions
 * @param labels labels of the outputs that have a loss or metrics
 */
record ModelPorts(List<Port> inputs, List<Port> outputs, List<LabelPort> labels) {

  static ModelPorts of(LoadedFunction serve, LoadedFunction trainStep) {
    List<Port> outputs = new ArrayList<>();
    for (TensorSpecProto output : serve.outputs()) {
      outputs.add(new Port(ModelTensors.outputName(outputs.size()), shape(output)));
    }
    return new ModelPorts(
        inputs(serve.arguments().get(0)), outputs, labels(trainStep.arguments().get(1), outputs));
  }

  /** Returns the inputs by their names, or by position if they have none. */
  private static List<Port> inputs(List<TensorSpecProto> samples) {
    Set<String> names = samples.stream().map(TensorSpecProto::getName).collect(Collectors.toSet());
    boolean named = names.size() == samples.size() && !names.contains("");
    List<Port> inputs = new ArrayList<>();
    for (TensorSpecProto sample : samples) {
      String name = named ? sample.getName() : "input_" + inputs.size();
      inputs.add(new Port(name, shape(sample)));
    }
    return inputs;
  }

  /** Returns the labels, named after their outputs if there are several. */
  private static List<LabelPort> labels(List<TensorSpecProto> labels, List<Port> outputs) {
    List<LabelPort> ports = new ArrayList<>();
    for (TensorSpecProto label : labels) {
      boolean sparse = label.getDtype() == DataType.DT_INT64;
      outputs.stream()
          .filter(output -> outputs.size() == 1 || output.name().equals(label.getName()))
          .forEach(output -> ports.add(new LabelPort(output, sparse)));
    }
    return ports.size() == labels.size() ? ports : List.of();
  }

  private static Shape shape(TensorSpecProto tensor) {
    return LoadedFunction.shape(tensor.getShape());
  }

  /** Returns whether inputs have a batch axis, and labels rows of a known length. */
  boolean fit() {
    return !labels.isEmpty()
        && inputs.stream()
            .allMatch(input -> !input.shape().isUnknown() && input.shape().numDimensions() > 0)
        && labels.stream().allMatch(label -> hasRows(label.output().shape()));
  }

  private static boolean hasRows(Shape shape) {
    int rank = shape.numDimensions();
    return rank > 1 && shape.get(rank - 1) > 0;
  }
}
