package io.rhyton.graph.layer;

import io.rhyton.graph.variable.Randomness.Draw;
import io.rhyton.model.ResolvedCall;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.weight.Regularizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReadVariableOp;
import org.tensorflow.op.nn.Relu;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** What one layer is emitted from: its inputs, its weights, and whether it is training. */
final class LayerScope {
  /** What gradients are taken to: weights, and every ReLU on the way. */
  private static final Set<String> DIFFERENTIATED = Set.of(ReadVariableOp.OP_NAME, Relu.OP_NAME);

  private final Ops tf;
  private final ResolvedCall call;
  private final Place place;
  private final List<Emission> sources;
  private final PassWeights weights;
  private final List<Penalty> penalties;
  private final Phase phase;
  private final Products products;

  LayerScope(
      Ops tf,
      ResolvedCall call,
      Place place,
      List<Emission> sources,
      PassWeights weights,
      List<Penalty> penalties,
      Phase phase) {
    this.tf = tf;
    this.call = call;
    this.place = place;
    this.sources = sources;
    this.weights = weights;
    this.penalties = penalties;
    this.phase = phase;
    this.products = new Products(tf, phase.products());
  }

  Ops tf() {
    return tf;
  }

  /** What convolves and multiplies matrices here. */
  Products products() {
    return products;
  }

  /** The shape of the one input. */
  Shape inputShape() {
    return call.inputShapes().get(0);
  }

  Shape outputShape() {
    return call.outputShapes().get(0);
  }

  /** The shapes of all inputs. */
  List<Shape> inputShapes() {
    return call.inputShapes();
  }

  /** What the one input was emitted as. */
  Emission source() {
    return sources.get(0);
  }

  /** The one input. */
  Operand<TFloat32> input() {
    return source().output();
  }

  List<Operand<TFloat32>> inputs() {
    return sources.stream().map(Emission::output).toList();
  }

  boolean isTraining() {
    return phase.isTraining();
  }

  /** Whether the layer follows its batches: a frozen one behaves as in inference. */
  boolean isLearning() {
    return phase.isTraining() && place.trainable();
  }

  /** Whether a gradient may have to pass the layer: there is something to learn before it. */
  boolean isBehindWeights() {
    return ((Graph) tf.scope().env())
        .subgraphTo(Set.of(input())).stream().anyMatch(op -> DIFFERENTIATED.contains(op.type()));
  }

  /** Uniform numbers in [0, 1), others in each use of the layer. */
  Operand<TFloat32> uniform(@Nullable Long seed, Operand<TInt32> shape) {
    return uniform(Draw.ONLY, seed, shape);
  }

  /** Uniform numbers in [0, 1), others in each use of the layer and for each draw in it. */
  Operand<TFloat32> uniform(Draw draw, @Nullable Long seed, Operand<TInt32> shape) {
    return phase.randomness().uniform(tf, place.call(), ownSeed(seed), draw, shape);
  }

  /** Normally distributed numbers, others in each use of the layer; a gradient ends here. */
  Operand<TFloat32> normal(@Nullable Long seed, Operand<TInt32> shape) {
    // The op has no gradient, and TensorFlow would look for one.
    return tf.stopGradient(
        phase.randomness().normal(tf, place.call(), ownSeed(seed), Draw.ONLY, shape));
  }

  private @Nullable Long ownSeed(@Nullable Long seed) {
    return seed == null ? null : (Long) (seed + place.repeats());
  }

  /** Has the output add to the loss, if there is a regularizer; returns the emission given. */
  Emission regularized(@Nullable Regularizer regularizer, Emission emission) {
    if (regularizer != null) {
      penalties.add(new Penalty(regularizer, emission.output()));
    }
    return emission;
  }

  /** The same place, where what outputs would add to the loss is left out. */
  LayerScope withoutPenalties() {
    return new LayerScope(tf, call, place, sources, weights, new ArrayList<>(), phase);
  }

  /**
   * The place of a layer that is part of this one.
   *
   * @param name its name in this layer
   * @param layer the layer
   * @param input what it is given
   * @param shape the shape of that, the batch first and unknown
   */
  LayerScope inside(String name, Layer layer, Operand<TFloat32> input, Shape shape) {
    List<Shape> shapes = List.of(shape);
    LayerInputs given = new LayerInputs(name, layer.typeName(), shapes);
    return new LayerScope(
        tf.withSubScope(name),
        new ResolvedCall(
            name, 0, List.of(), call.inferenceMode(), shapes, layer.geometry(given).outputs()),
        place.inside(name),
        List.of(Emission.of(input)),
        weights,
        penalties,
        phase);
  }

  /** The output of a layer here. */
  Operand<TFloat32> emit(Layer layer) {
    return layer.accept(new LayerEmitter(this)).output();
  }

  Operand<TFloat32> weight(String variable) {
    return weights.read(place.weights() + variable);
  }

  /** Has a weight changed by every training step. */
  void update(String variable, Operand<TFloat32> value) {
    weights.update(place.weights() + variable, value);
  }
}
