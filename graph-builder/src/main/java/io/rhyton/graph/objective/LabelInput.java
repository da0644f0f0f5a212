package io.rhyton.graph.objective;

import io.rhyton.model.compile.Objective;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/**
 * Where a graph takes the labels of an output.
 *
 * @param name what the output is called
 * @param output the shape of a batch that the model puts out
 * @param sparse whether they are class numbers, one for each row of the output, as int64; else they
 *     are floats of the output's shape
 * @param placeholder takes them
 */
public record LabelInput(
    String name, Shape output, boolean sparse, Placeholder<? extends TType> placeholder) {

  /** Adds a placeholder for the labels that an objective needs. */
  public static LabelInput of(Ops tf, String name, Shape output, Objective objective) {
    return of(tf, name, output, objective.takesClassNumbers());
  }

  /** Adds a placeholder for labels of one of the two forms. */
  public static LabelInput of(Ops tf, String name, Shape output, boolean sparse) {
    Placeholder.Options shape = Placeholder.shape(shape(output, sparse));
    return new LabelInput(
        name,
        output,
        sparse,
        sparse ? tf.placeholder(TInt64.class, shape) : tf.placeholder(TFloat32.class, shape));
  }

  /** The shape of a batch of labels. */
  public static Shape shape(Shape output, boolean sparse) {
    return sparse ? output.take(output.numDimensions() - 1) : output;
  }

  /** How many classes class numbers are of. */
  public long classes() {
    return output.get(output.numDimensions() - 1);
  }
}
