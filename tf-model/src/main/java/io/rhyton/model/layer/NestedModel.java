package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.error.SpecException;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.RankCheck;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.shape.Sizes;
import java.util.List;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * A model used as a layer.
 *
 * <p>Shapes: inputs and outputs are those of the model. Its weights are named {@code
 * <name>/<layer>/<variable>}, prefixed with the name of the model as a layer.
 *
 * <pre>{@code
 * Node<Image> features = image.then("body", NestedModel.image(spec));
 * }</pre>
 *
 * <p>Source: {@code keras/src/models/functional.py}, Keras 3.15.
 *
 * @param model the model
 * @param <O> the rank of the first output
 */
public record NestedModel<O extends Rank>(ModelSpec model) implements FromAnyRank<O> {

  public NestedModel {
    Objects.requireNonNull(model, "model");
  }

  /**
   * Creates a layer from a model whose first output is an image.
   *
   * @throws SpecException if it is not
   */
  public static NestedModel<Image> image(ModelSpec model) {
    Objects.requireNonNull(model, "model");
    return of(model, Image.class);
  }

  /**
   * Creates a layer from a model whose first output is a sequence.
   *
   * @throws SpecException if it is not
   */
  public static NestedModel<Sequence> sequence(ModelSpec model) {
    Objects.requireNonNull(model, "model");
    return of(model, Sequence.class);
  }

  /**
   * Creates a layer from a model whose first output is a vector.
   *
   * @throws SpecException if it is not
   */
  public static NestedModel<FeatureVector> vector(ModelSpec model) {
    Objects.requireNonNull(model, "model");
    return of(model, FeatureVector.class);
  }

  private static <O extends Rank> NestedModel<O> of(ModelSpec model, Class<O> rank) {
    RankCheck.require(
        "Model " + MessageText.name(model.name()),
        "its first output",
        rank,
        model.resolve().outputShape());
    return new NestedModel<>(model);
  }

  /**
   * Calls the model, with as many nodes as it has inputs.
   *
   * @param inputs the inputs, in the order of the model's inputs
   * @return the first output; use {@link Node#output} for the others
   */
  public Node<O> on(Node<?>... inputs) {
    Arguments.requireNoNulls("inputs", inputs);
    return Node.call(this, List.of(inputs));
  }

  /** Returns the Keras class of the model: {@code Sequential} or {@code Functional}. */
  @Override
  public String typeName() {
    return model.type().className();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    List<Shape> expected = inputShapes();
    boolean fits = expected.size() == inputs.shapes().size();
    for (int i = 0; fits && i < expected.size(); i++) {
      fits = Sizes.mayEqual(expected.get(i), inputs.shapes().get(i));
    }
    if (!fits) {
      throw inputs.mismatch(
          "inputs " + expected.stream().map(ShapeText::of).toList(),
          inputs.text(),
          "Pass inputs that match its input layers.");
    }
    ResolvedModel resolved = model.resolve(inputs.shapes());
    return new LayerGeometry(
        resolved.outputShapes(),
        resolved.weights().stream().map(weight -> weight.within(inputs.node())).toList());
  }

  private List<Shape> inputShapes() {
    return model.inputs().stream()
        .map(input -> ((InputLayer) model.layer(input).layer()).batchShape())
        .toList();
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return model.layers().stream()
        .anyMatch(layer -> layer.layer().differsInTraining(trainable && layer.trainable()));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.nestedModel(this);
  }
}
