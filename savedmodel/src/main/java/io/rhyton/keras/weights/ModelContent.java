package io.rhyton.keras.weights;

import io.rhyton.execution.ModelValues;
import io.rhyton.graph.optimizer.LossScale;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.optimizer.OptimizerSlot;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A model to write to a file. Its values are requested one variable at a time, so that they are
 * never all on the heap at once.
 *
 * @param spec the model
 * @param compileSpec the compile configuration; null if it was not compiled
 * @param weights the values of a weight by its canonical name
 * @param optimizer the optimizer state; null if there is none
 */
public record ModelContent(
    ModelSpec spec,
    @Nullable CompileSpec compileSpec,
    Function<String, FloatBuffer> weights,
    @Nullable OptimizerContent optimizer) {
  private static final String OLDEST_VERSION = "3.3.0";
  private static final String VERSION_OF_SLOTS_BY_KIND = "3.10.0";

  /**
   * The state of an optimizer.
   *
   * @param iteration the number of completed steps
   * @param learningRate the learning rate; null if a schedule computes it
   * @param slots the names of its slot variables, without those of loss scaling, which belong to
   *     the execution, in Keras's order
   * @param shapes the shape of a slot variable by its name
   * @param values the values of a slot variable by its name
   */
  public record OptimizerContent(
      long iteration,
      @Nullable Float learningRate,
      List<String> slots,
      Function<String, Shape> shapes,
      Function<String, FloatBuffer> values) {

    public OptimizerContent {
      slots = slots.stream().filter(name -> !LossScale.isSlot(name)).toList();
    }

    public static OptimizerContent of(OptimizerState state) {
      Weights slots = state.slots();
      return new OptimizerContent(
          state.iteration(), state.learningRate(), slots.names(), slots::shape, slots::buffer);
    }
  }

  /** Returns the oldest Keras version that finds the optimizer state where it expects it. */
  public String oldestVersion() {
    return compileSpec == null
            || SlotOrder.areOne(OptimizerSlot.of(spec.resolve(), compileSpec.optimizer()))
        ? OLDEST_VERSION
        : VERSION_OF_SLOTS_BY_KIND;
  }

  /** Returns the content of a compiled model, with a consistent snapshot of its values. */
  public static ModelContent of(Model model, ModelValues values) {
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
