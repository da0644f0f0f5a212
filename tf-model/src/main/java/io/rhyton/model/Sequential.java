package io.rhyton.model;

import io.rhyton.error.SpecException;
import io.rhyton.model.layer.Collapsing;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Keeping;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.Mapping;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.RankCheck;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.shape.Vector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Builds a chain of layers. Whether a layer can follow another is checked by the compiler ({@code
 * Dense} does not take an {@link Image}); whether the sizes fit is checked by {@link #build}.
 *
 * <p>A builder is immutable: each {@code add} returns a new one, so a common beginning can be kept
 * and continued in two ways.
 *
 * <p>Source: {@code keras/src/models/sequential.py}, Keras 3.15.
 *
 * @param <R> what the chain makes so far
 */
public final class Sequential<R extends Rank> {
  private final List<LayerSpec> layers;

  private Sequential(List<LayerSpec> layers) {
    this.layers = layers;
  }

  /**
   * Starts a model that takes images.
   *
   * @param height pixels, at least 1
   * @param width pixels, at least 1
   * @param channels 3 for colour, 1 for grey
   */
  public static Sequential<Image> image(int height, int width, int channels) {
    return image("input_layer", height, width, channels);
  }

  /**
   * Starts a model that takes images.
   *
   * @param name the input layer's name
   * @param height pixels, at least 1
   * @param width pixels, at least 1
   * @param channels 3 for colour, 1 for grey
   */
  public static Sequential<Image> image(String name, int height, int width, int channels) {
    return start(name, InputLayer.image(height, width, channels));
  }

  /**
   * Starts a model that takes sequences.
   *
   * @param steps places in a sequence, at least 1
   * @param features values at each place, at least 1
   */
  public static Sequential<Sequence> sequence(int steps, int features) {
    return sequence("input_layer", steps, features);
  }

  /**
   * Starts a model that takes sequences.
   *
   * @param name the input layer's name
   * @param steps places in a sequence, at least 1
   * @param features values at each place, at least 1
   */
  public static Sequential<Sequence> sequence(String name, int steps, int features) {
    return start(name, InputLayer.sequence(steps, features));
  }

  /**
   * Starts a model that takes plain feature vectors.
   *
   * @param features values in a sample, at least 1
   */
  public static Sequential<Vector> vector(int features) {
    return vector("input_layer", features);
  }

  /**
   * Starts a model that takes plain feature vectors.
   *
   * @param name the input layer's name
   * @param features values in a sample, at least 1
   */
  public static Sequential<Vector> vector(String name, int features) {
    return start(name, InputLayer.vector(features));
  }

  /**
   * Starts a model that takes whole numbers, for instance those of words; {@code Embedding} takes
   * them.
   *
   * @param steps numbers in a sample, at least 1
   */
  public static Sequential<Vector> indices(int steps) {
    return indices("input_layer", steps);
  }

  /**
   * Starts a model that takes whole numbers, for instance those of words; {@code Embedding} takes
   * them.
   *
   * @param name the input layer's name
   * @param steps numbers in a sample, at least 1
   */
  public static Sequential<Vector> indices(String name, int steps) {
    return start(name, InputLayer.indices(steps));
  }

  /**
   * Goes on with a chain that there is, for instance with a trained model {@linkplain
   * ModelSpec#upTo without its head}. Its layers keep their names and whether they learn.
   *
   * @param chain the beginning
   * @param rank what it makes
   * @throws SpecException if it makes something else, or has branches; {@link ModelNodes} builds on
   *     those
   */
  public static <R extends Rank> Sequential<R> from(ModelSpec chain, Class<R> rank) {
    ModelSpec checked =
        new ModelSpec(
            chain.name(), ModelType.SEQUENTIAL, chain.layers(), chain.inputs(), chain.outputs());
    RankCheck.require(
        "Model '" + chain.name() + "'", "its output", rank, checked.resolve().outputShape());
    return new Sequential<>(checked.layers());
  }

  private static <R extends Rank> Sequential<R> start(String name, InputLayer input) {
    return new Sequential<>(List.of(LayerSpec.of(name, input)));
  }

  /** Appends a layer that takes what the chain makes so far, named after its type. */
  public <O extends Rank> Sequential<O> add(Mapping<? super R, O> layer) {
    return append(nextName(layer), layer);
  }

  /** Appends a layer that takes any rank, named after its type. */
  public <O extends Rank> Sequential<O> add(Collapsing<O> layer) {
    return append(nextName(layer), layer);
  }

  /** Appends a layer that leaves the rank as it is, named after its type. */
  public Sequential<R> add(Keeping layer) {
    return append(nextName(layer), layer);
  }

  /** Appends a named layer that takes what the chain makes so far. */
  public <O extends Rank> Sequential<O> add(String name, Mapping<? super R, O> layer) {
    return append(name, layer);
  }

  /** Appends a named layer that takes any rank. */
  public <O extends Rank> Sequential<O> add(String name, Collapsing<O> layer) {
    return append(name, layer);
  }

  /** Appends a named layer that leaves the rank as it is. */
  public Sequential<R> add(String name, Keeping layer) {
    return append(name, layer);
  }

  /**
   * Ends the chain.
   *
   * @param name the model's name
   * @throws SpecException if two layers have one name or a size does not fit
   */
  public ModelSpec build(String name) {
    return ModelSpec.sequential(name, layers);
  }

  private <O extends Rank> Sequential<O> append(String name, Layer layer) {
    List<LayerSpec> longer = new ArrayList<>(layers);
    longer.add(LayerSpec.of(name, layer, layers.get(layers.size() - 1).name()));
    return new Sequential<>(List.copyOf(longer));
  }

  private String nextName(Layer layer) {
    Set<String> taken = new HashSet<>();
    layers.forEach(before -> taken.add(before.name()));
    return LayerNames.free(layer.typeName(), taken);
  }
}
