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

/** The source of the values of a SavedModel's variables. */
@FunctionalInterface
interface VariableValues {
  /** Returns copies of the values, a consistent snapshot. */
  List<Operand<?>> copy(Ops tf, List<TrackedVariable> variables);

  /** Returns the values of weights on the heap. */
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

  /**
   * Returns the values of a model that may be in training: they are copied between two steps, and
   * written afterwards.
   */
  static VariableValues of(Model model) {
    return of(model::inspect);
  }

  /** Returns the values of a snapshot source. */
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

  /** A source of consistent snapshots. */
  @FunctionalInterface
  interface Moment {
    /** Reads a snapshot, as {@code Model.inspect} does. */
    List<Operand<?>> inspect(Function<ModelValues, List<Operand<?>>> reader);
  }
}
