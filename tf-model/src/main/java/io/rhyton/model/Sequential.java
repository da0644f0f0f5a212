package io.rhyton.model;

import io.rhyton.error.MessageText;
import io.rhyton.error.SpecException;
import io.rhyton.model.layer.FromAnyRank;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.RankMapping;
import io.rhyton.model.layer.RankPreserving;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.RankCheck;
import io.rhyton.model.shape.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Builds a sequential model. The compiler checks whether a layer can follow another ({@code Dense}
 * does not accept an {@link Image}); {@link #build} checks whether the sizes match.
 *
 * <p>A builder is immutable: each {@code add} returns a new one, so several models can share the
 * same first layers.
 *
 * <pre>{@code
 * ModelSpec spec = Sequential.image(28, 28, 1)
 *     .add(Conv2D.of(16, 3).activation(RELU))
 *     .add(Flatten.of())
 *     .add("scores", Dense.of(10).activation(SOFTMAX))
 *     .build("digits");
 * }</pre>
 *
 * <p>Source: {@code keras/src/models/sequential.py}, Keras 3.15.
 *
 * @param <R> the rank of the output so far
 */
public final class Sequential<R extends Rank> {
  private final ModelType type;
  private final List<LayerSpec> layers;
  private final List<String> inputs;
  private final LayerOutput output;

  private Sequential(
      ModelType type, List<LayerSpec> layers, List<String> inputs, LayerOutput output) {
    this.type = type;
    this.layers = layers;
    this.inputs = inputs;
    this.output = output;
  }

  /**
   * Starts a model with an image input.
   *
   * @param height height in pixels, at least 1
   * @param width width in pixels, at least 1
   * @param channels 3 for RGB, 1 for grayscale
   */
  public static Sequential<Image> image(int height, int width, int channels) {
    return image("input_layer", height, width, channels);
  }

  /**
   * Starts a model with an image input.
   *
   * @param name the name of the input layer
   * @param height height in pixels, at least 1
   * @param width width in pixels, at least 1
   * @param channels 3 for RGB, 1 for grayscale
   */
  public static Sequential<Image> image(String name, int height, int width, int channels) {
    return start(name, InputLayer.image(height, width, channels));
  }

  /**
   * Starts a model with a sequence input.
   *
   * @param steps timesteps per sequence, at least 1
   * @param features features per timestep, at least 1
   */
  public static Sequential<Sequence> sequence(int steps, int features) {
    return sequence("input_layer", steps, features);
  }

  /**
   * Starts a model with a sequence input.
   *
   * @param name the name of the input layer
   * @param steps timesteps per sequence, at least 1
   * @param features features per timestep, at least 1
   */
  public static Sequential<Sequence> sequence(String name, int steps, int features) {
    return start(name, InputLayer.sequence(steps, features));
  }

  /**
   * Starts a model with an input of feature vectors.
   *
   * @param features features per sample, at least 1
   */
  public static Sequential<FeatureVector> vector(int features) {
    return vector("input_layer", features);
  }

  /**
   * Starts a model with an input of feature vectors.
   *
   * @param name the name of the input layer
   * @param features features per sample, at least 1
   */
  public static Sequential<FeatureVector> vector(String name, int features) {
    return start(name, InputLayer.vector(features));
  }

  /**
   * Starts a model with an input of integer indices, for instance word indices, for an {@code
   * Embedding}.
   *
   * @param steps indices per sample, at least 1
   */
  public static Sequential<FeatureVector> indices(int steps) {
    return indices("input_layer", steps);
  }

  /**
   * Starts a model with an input of integer indices, for instance word indices, for an {@code
   * Embedding}.
   *
   * @param name the name of the input layer
   * @param steps indices per sample, at least 1
   */
  public static Sequential<FeatureVector> indices(String name, int steps) {
    return start(name, InputLayer.indices(steps));
  }

  /**
   * Extends an existing model, for instance one of {@code Applications} or a trained model
   * {@linkplain ModelSpec#upTo without its head}. Its layers keep their names and stay trainable or
   * frozen. If it branches, the model that is built is a functional one.
   *
   * @param model the model to extend
   * @param rank the rank of its output
   * @throws SpecException if the output has another rank, or there are several; use {@link
   *     ModelNodes} to extend such models
   */
  public static <R extends Rank> Sequential<R> from(ModelSpec model, Class<R> rank) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(rank, "rank");
    String where = "Model " + MessageText.name(model.name());
    if (model.outputs().size() != 1) {
      throw new SpecException(
          where,
          "one output",
          model.outputs().size() + ", " + model.outputs(),
          "Select one with ModelNodes.");
    }
    RankCheck.require(where, "its output", rank, model.resolve().outputShape());
    return new Sequential<>(
        ModelLinks.isChain(model) ? ModelType.SEQUENTIAL : ModelType.FUNCTIONAL,
        model.layers(),
        model.inputs(),
        model.outputs().get(0));
  }

  private static <R extends Rank> Sequential<R> start(String name, InputLayer input) {
    return new Sequential<>(
        ModelType.SEQUENTIAL,
        List.of(LayerSpec.of(name, input)),
        List.of(name),
        LayerOutput.of(name));
  }

  /** Appends a layer that accepts the rank of the output so far, named after its type. */
  public <O extends Rank> Sequential<O> add(RankMapping<? super R, O> layer) {
    Objects.requireNonNull(layer, "layer");
    return append(nextName(layer), layer);
  }

  /** Appends a layer that accepts any rank, named after its type. */
  public <O extends Rank> Sequential<O> add(FromAnyRank<O> layer) {
    Objects.requireNonNull(layer, "layer");
    return append(nextName(layer), layer);
  }

  /** Appends a layer that preserves the rank, named after its type. */
  public Sequential<R> add(RankPreserving layer) {
    Objects.requireNonNull(layer, "layer");
    return append(nextName(layer), layer);
  }

  /** Appends a named layer that accepts the rank of the output so far. */
  public <O extends Rank> Sequential<O> add(String name, RankMapping<? super R, O> layer) {
    return append(name, layer);
  }

  /** Appends a named layer that accepts any rank. */
  public <O extends Rank> Sequential<O> add(String name, FromAnyRank<O> layer) {
    return append(name, layer);
  }

  /** Appends a named layer that preserves the rank. */
  public Sequential<R> add(String name, RankPreserving layer) {
    return append(name, layer);
  }

  /**
   * Builds the model.
   *
   * @param name the name of the model
   * @throws SpecException if two layers share a name or sizes do not match
   */
  public ModelSpec build(String name) {
    return new ModelSpec(name, type, layers, inputs, List.of(output));
  }

  private <O extends Rank> Sequential<O> append(String name, Layer layer) {
    List<LayerSpec> longer = new ArrayList<>(layers);
    longer.add(new LayerSpec(name, layer, true, List.of(LayerCall.on(output))));
    return new Sequential<>(type, List.copyOf(longer), inputs, LayerOutput.of(name));
  }

  private String nextName(Layer layer) {
    LayerNames names = new LayerNames();
    layers.forEach(before -> names.take(before.name()));
    return names.free(layer.typeName());
  }
}
