package io.rhyton.graph.objective;

import io.rhyton.model.compile.Objective;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/**
 * The input of a graph for the labels of one output.
 *
 * @param name the name of the output
 * @param output the shape of a batch of this output
 * @param sparse whether labels are class indices, one int64 per row of the output; otherwise they
 *     are floats in the shape of the output
 * @param placeholder the placeholder for the labels
 */
public record LabelInput(
    String name, Shape output, boolean sparse, Placeholder<? extends TType> placeholder) {

  /** Adds a placeholder for the labels that an objective expects. */
  public static LabelInput of(Ops tf, String name, Shape output, Objective objective) {
    return of(tf, name, output, objective.takesClassIndices());
  }

  /** Adds a placeholder for class indices or for labels in the shape of the output. */
  public static LabelInput of(Ops tf, String name, Shape output, boolean sparse) {
    Placeholder.Options shape = Placeholder.shape(shape(output, sparse));
    return new LabelInput(
        name,
        output,
        sparse,
        sparse ? tf.placeholder(TInt64.class, shape) : tf.placeholder(TFloat32.class, shape));
  }

  /** Returns the shape of a batch of labels. */
  public static Shape shape(Shape output, boolean sparse) {
    return sparse ? output.take(output.numDimensions() - 1) : output;
  }

  /** Returns the number of classes. */
  public long classes() {
    return output.get(output.numDimensions() - 1);
  }
}
