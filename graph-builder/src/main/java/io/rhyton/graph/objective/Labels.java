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
 * The labels of a batch for one output, as losses and metrics see them.
 *
 * @param index which of the model's outputs
 * @param input where they are fed
 * @param rows the same as floats of the output's shape
 * @param weights takes what each row of the output counts in the loss; null if each counts 1
 */
public record Labels(
    int index, LabelInput input, Operand<TFloat32> rows, @Nullable Placeholder<TFloat32> weights) {

  /** Emits the labels of every output that is measured. */
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

  /** The same labels, with a placeholder for what each row of the output counts in the loss. */
  public Labels weighted(Ops tf) {
    Placeholder.Options rows = Placeholder.shape(LabelInput.shape(shape(), true));
    return new Labels(
        index, input, this.rows, tf.withName("weights").placeholder(TFloat32.class, rows));
  }

  /** The class number of each row: its own, or where it is largest. */
  Operand<TInt64> numbers(Ops tf) {
    return sparse()
        ? input.placeholder().asOutput().expect(TInt64.class)
        : tf.math.argMax(rows, tf.constant(-1));
  }

  boolean sparse() {
    return input.sparse();
  }

  /** The shape of the output that they are for. */
  Shape shape() {
    return input.output();
  }
}
