package io.rhyton.savedmodel;

import io.rhyton.error.Arguments;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerSlot;
import io.rhyton.model.schedule.ConstantLearningRate;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;

/**
 * All variables of a SavedModel. Those of the optimizer are in a separate list, in the order of
 * Keras's {@code optimizer.variables}, so that {@code variables} contains only the weights.
 *
 * @param weights the model's weights
 * @param optimizer iteration, learning rate if it is constant, and slot variables; empty if the
 *     model is saved without training
 */
record TrackedVariables(List<TrackedVariable> weights, List<TrackedVariable> optimizer) {
  static final String WEIGHTS = "variables";
  static final String OPTIMIZER = "optimizer_variables";
  static final String ITERATION = "optimizer/iteration";
  static final String LEARNING_RATE = "optimizer/learning_rate";

  TrackedVariables {
    weights = Arguments.copyOf("weights", weights);
    optimizer = Arguments.copyOf("optimizer", optimizer);
  }

  /** Returns the weights of a model. */
  static TrackedVariables of(ResolvedModel model) {
    List<TrackedVariable> weights = new ArrayList<>();
    for (WeightSpec weight : model.weights()) {
      weights.add(
          new TrackedVariable(
              weight.name(),
              DataType.DT_FLOAT,
              weight.shape(),
              weight.trainable(),
              key(WEIGHTS, weights.size())));
    }
    return new TrackedVariables(weights, List.of());
  }

  /** Returns the weights of a model and the variables of its optimizer. */
  static TrackedVariables of(ResolvedModel model, Optimizer optimizer) {
    List<TrackedVariable> state = new ArrayList<>();
    add(state, ITERATION, DataType.DT_INT64, Shape.scalar());
    if (optimizer.learningRate() instanceof ConstantLearningRate) {
      add(state, LEARNING_RATE, DataType.DT_FLOAT, Shape.scalar());
    }
    for (OptimizerSlot slot : OptimizerSlot.of(model, optimizer)) {
      add(state, slot.name(), DataType.DT_FLOAT, slot.shape());
    }
    return new TrackedVariables(of(model).weights(), state);
  }

  private static void add(List<TrackedVariable> state, String name, DataType type, Shape shape) {
    state.add(new TrackedVariable(name, type, shape, false, key(OPTIMIZER, state.size())));
  }

  /** Returns the path of a variable from the root of the object graph. */
  private static String key(String list, int index) {
    return list + "/" + index + "/.ATTRIBUTES/VARIABLE_VALUE";
  }

  /** Returns the weights, then the variables of the optimizer. */
  List<TrackedVariable> all() {
    return Stream.concat(weights.stream(), optimizer.stream()).toList();
  }
}
