package io.rhyton.savedmodel;

import io.rhyton.graph.objective.LabelInput;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.compile.Objective;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.proto.DataType;

/**
 * The inputs and outputs of a model, as named in a SavedModel: inputs have the names of their
 * layers, outputs and their labels are {@code output_0} and so on, as in Keras's exports.
 */
final class ModelTensors {
  private static final String OUTPUT = "output_";

  private ModelTensors() {}

  static String outputName(int index) {
    return OUTPUT + index;
  }

  static List<TensorSpec> inputs(ResolvedModel model) {
    List<TensorSpec> inputs = new ArrayList<>();
    for (int i = 0; i < model.inputs().size(); i++) {
      inputs.add(TensorSpec.floats(model.inputs().get(i), model.inputShapes().get(i)));
    }
    return inputs;
  }

  static List<TensorSpec> outputs(ResolvedModel model) {
    List<TensorSpec> outputs = new ArrayList<>();
    for (int i = 0; i < model.outputs().size(); i++) {
      outputs.add(TensorSpec.floats(outputName(i), model.outputShapes().get(i)));
    }
    return outputs;
  }

  /** Returns the labels of the outputs that have a loss or metrics. */
  static List<TensorSpec> labels(ResolvedModel model, List<Objective> objectives) {
    List<TensorSpec> labels = new ArrayList<>();
    for (int i = 0; i < objectives.size(); i++) {
      boolean sparse = objectives.get(i).takesClassIndices();
      if (objectives.get(i).isMeasured()) {
        labels.add(
            new TensorSpec(
                outputName(i),
                sparse ? DataType.DT_INT64 : DataType.DT_FLOAT,
                LabelInput.shape(model.outputShapes().get(i), sparse)));
      }
    }
    return labels;
  }

  /** Returns the samples as one argument: a single tensor gets its name, several keep theirs. */
  static TensorGroup samples(String name, ResolvedModel model) {
    return group(name, inputs(model), model.inputs().size());
  }

  /** Returns the labels as one argument, named as samples are. */
  static TensorGroup labels(String name, ResolvedModel model, List<Objective> objectives) {
    return group(name, labels(model, objectives), model.outputs().size());
  }

  private static TensorGroup group(String name, List<TensorSpec> tensors, int ofHowMany) {
    return new TensorGroup(name, ofHowMany == 1 ? List.of(tensors.get(0).named(name)) : tensors);
  }
}
