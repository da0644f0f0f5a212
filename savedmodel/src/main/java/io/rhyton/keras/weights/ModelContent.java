package io.rhyton.keras;

import io.rhyton.graph.LossScale;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.OptimizerState;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import io.rhyton.training.ModelValues;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A model on its way into a file. Its values are asked for one variable at a time, so that they are
 * never all on the heap.
 *
 * @param spec the model
 * @param compileSpec how it learns; nothing if it was not compiled
 * @param weights the values of a weight by its canonical name
 * @param optimizer where the optimizer is; nothing if there is none
 */
record ModelContent(
    ModelSpec spec,
    @Nullable CompileSpec compileSpec,
    Function<String, FloatBuffer> weights,
    @Nullable OptimizerContent optimizer) {

  /**
   * Where an optimizer is.
   *
   * @param iteration the number of steps done
   * @param learningRate the step size; null if a schedule gives it
   * @param slots the names of its slots, in Keras's order
   * @param shapes the shape of a slot by its name
   * @param values the values of a slot by its name
   */
  record OptimizerContent(
      long iteration,
      @Nullable Float learningRate,
      List<String> slots,
      Function<String, Shape> shapes,
      Function<String, FloatBuffer> values) {

    /** Leaves out what scales the loss: that belongs to how a model runs. */
    OptimizerContent {
      slots = slots.stream().filter(name -> !LossScale.keeps(name)).toList();
    }

    static OptimizerContent of(OptimizerState state) {
      Weights slots = state.slots();
      return new OptimizerContent(
          state.iteration(), state.learningRate(), slots.names(), slots::shape, slots::buffer);
    }
  }

  /** A compiled model, whose values are those of one moment. */
  static ModelContent of(Model model, ModelValues values) {
    return new ModelContent(
        model.spec(),
        model.compileSpec(),
        name -> FloatBuffer.wrap(values.values(name)),
        new OptimizerContent(
            values.iteration(),
            values.learningRate(),
            values.slotNames(),
            values::shape,
            name -> FloatBuffer.wrap(values.values(name))));
  }
}
