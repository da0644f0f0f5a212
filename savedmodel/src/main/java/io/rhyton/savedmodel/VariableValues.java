package io.rhyton.savedmodel;

import io.rhyton.execution.ModelValues;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;

/** Where the values of a SavedModel's variables come from. */
@FunctionalInterface
interface VariableValues {
  /** Copies of the values, all of one moment. */
  List<Operand<?>> copy(Ops tf, List<TrackedVariable> variables);

  /** Weights on the heap. */
  static VariableValues of(Weights weights) {
    return (tf, variables) -> {
      List<Operand<?>> copies = new ArrayList<>();
      for (TrackedVariable variable : variables) {
        String name = variable.name();
        copies.add(
            tf.constant(weights.shape(name), DataBuffers.of(weights.values(name), true, false)));
      }
      return copies;
    };
  }

  /** A model that may be training: copied between two steps; the disk is left for later. */
  static VariableValues of(Model model) {
    return of(model::inspect);
  }

  /** What lets its variables be read. */
  static VariableValues of(Moment moment) {
    return (tf, variables) ->
        moment.inspect(
            now -> {
              List<Operand<?>> copies = new ArrayList<>();
              variables.forEach(variable -> copies.add(copy(tf, variable.name(), now)));
              return copies;
            });
  }

  private static Operand<?> copy(Ops tf, String name, ModelValues values) {
    return switch (name) {
      case TrackedVariables.ITERATION -> tf.constant(values.iteration());
      case TrackedVariables.LEARNING_RATE ->
          tf.constant(Objects.requireNonNull(values.learningRate()));
      default -> tf.constant(values.shape(name), DataBuffers.of(values.values(name), true, false));
    };
  }

  /** What lets its variables be read. */
  @FunctionalInterface
  interface Moment {
    /** As {@code Model.inspect}. */
    List<Operand<?>> inspect(Function<ModelValues, List<Operand<?>>> reader);
  }
}
