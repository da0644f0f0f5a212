package io.rhyton.graph.objective;

import io.rhyton.model.ResolvedModel;
import io.rhyton.model.compile.Objective;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The labels of a batch for one output, as losses and metrics read them.
 *
 * @param index the index of the output in the model
 * @param input the input for the labels
 * @param rows the labels as floats in the shape of the output, one-hot if they are class indices
 * @param weights the placeholder for sample weights, one per row of the output; null without sample
 *     weights
 */
public record Labels(
    int index, LabelInput input, Operand<TFloat32> rows, @Nullable Placeholder<TFloat32> weights) {

  /** Emits the labels of every output with a loss or metrics. */
  public static List<Labels> of(Ops tf, ResolvedModel model, List<Objective> objectives) {
    List<Labels> labels = new ArrayList<>();
    for (int i = 0; i < objectives.size(); i++) {
      if (objectives.get(i).isMeasured()) {
        labels.add(
            of(
                tf,
                i,
                LabelInput.of(
                    tf,
                    model.outputNames().get(i),
                    model.outputShapes().get(i),
                    objectives.get(i))));
      }
    }
    return labels;
  }

  private static Labels of(Ops tf, int index, LabelInput input) {
    Operand<?> fed = input.placeholder();
    if (!input.sparse()) {
      return new Labels(index, input, fed.asOutput().expect(TFloat32.class), null);
    }
    Operand<TInt64> numbers = fed.asOutput().expect(TInt64.class);
    Operand<TFloat32> rows =
        tf.oneHot(numbers, tf.constant((int) input.classes()), tf.constant(1f), tf.constant(0f));
    return new Labels(index, input, rows, null);
  }

  /** Returns the same labels with a placeholder for sample weights, one per row of the output. */
  public Labels weighted(Ops tf) {
    Placeholder.Options rows = Placeholder.shape(LabelInput.shape(shape(), true));
    return new Labels(
        index, input, this.rows, tf.withName("weights").placeholder(TFloat32.class, rows));
  }

  /** The class index of each row: the label itself, or its argmax. */
  Operand<TInt64> numbers(Ops tf) {
    return sparse()
        ? input.placeholder().asOutput().expect(TInt64.class)
        : tf.math.argMax(rows, tf.constant(-1));
  }

  boolean sparse() {
    return input.sparse();
  }

  /** The shape of the corresponding output. */
  Shape shape() {
    return input.output();
  }
}
