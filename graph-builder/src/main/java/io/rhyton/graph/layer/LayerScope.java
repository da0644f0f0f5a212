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

/** The context in which one layer is emitted: its inputs, its weights and the mode. */
final class LayerScope {
  /** The ops at which gradients end: reads of weights, and every ReLU on the way. */
  private static final Set<String> DIFFERENTIATED = Set.of(ReadVariableOp.OP_NAME, Relu.OP_NAME);

  private final Ops tf;
  private final ResolvedCall call;
  private final LayerPath path;
  private final List<LayerOutputTensor> sources;
  private final ForwardWeights weights;
  private final List<Penalty> penalties;
  private final ExecutionMode mode;
  private final ComputeOps compute;

  LayerScope(
      Ops tf,
      ResolvedCall call,
      LayerPath path,
      List<LayerOutputTensor> sources,
      ForwardWeights weights,
      List<Penalty> penalties,
      ExecutionMode mode) {
    this.tf = tf;
    this.call = call;
    this.path = path;
    this.sources = sources;
    this.weights = weights;
    this.penalties = penalties;
    this.mode = mode;
    this.compute = new ComputeOps(tf, mode.computeDtype());
  }

  Ops tf() {
    return tf;
  }

  /** Emits convolutions and matrix products in the compute dtype. */
  ComputeOps compute() {
    return compute;
  }

  /** The shape of the first input. */
  Shape inputShape() {
    return call.inputShapes().get(0);
  }

  /** A size of the first input. */
  Dimension inputSize(int axis) {
    return inputSize(0, axis);
  }

  /** A size of an input. */
  Dimension inputSize(int index, int axis) {
    return Dimension.of(tf, sources.get(index).output(), call.inputShapes().get(index), axis);
  }

  /** The sizes of the first input, for a reshape: -1 for the batch. */
  List<Dimension> inputSizes() {
    return inputSizes(0);
  }

  /** The sizes of an input, for a reshape: -1 for the batch. */
  List<Dimension> inputSizes(int index) {
    return Dimension.sizes(tf, sources.get(index).output(), call.inputShapes().get(index));
  }

  Shape outputShape() {
    return call.outputShapes().get(0);
  }

  /** The shapes of all inputs. */
  List<Shape> inputShapes() {
    return call.inputShapes();
  }

  /** The first input with its activation function. */
  LayerOutputTensor source() {
    return sources.get(0);
  }

  /** The first input. */
  Operand<TFloat32> input() {
    return source().output();
  }

  List<Operand<TFloat32>> inputs() {
    return sources.stream().map(LayerOutputTensor::output).toList();
  }

  boolean isTraining() {
    return mode.isTraining();
  }

  /** Whether the layer uses and tracks batch statistics: a frozen layer behaves as in inference. */
  boolean usesBatchStatistics() {
    return mode.isTraining() && path.trainable();
  }

  /** Whether gradients may have to flow through the layer, because there are weights before it. */
  boolean isBehindWeights() {
    return ((Graph) tf.scope().env())
        .subgraphTo(Set.of(input())).stream().anyMatch(op -> DIFFERENTIATED.contains(op.type()));
  }

  /** Uniform random numbers in [0, 1), different for each call of the layer. */
  Operand<TFloat32> uniform(@Nullable Long seed, Operand<TInt32> shape) {
    return uniform(Draw.ONLY, seed, shape);
  }

  /** Uniform random numbers in [0, 1), different for each call of the layer and each draw in it. */
  Operand<TFloat32> uniform(Draw draw, @Nullable Long seed, Operand<TInt32> shape) {
    return mode.randomness().uniform(tf, path.call(), ownSeed(seed), draw, shape);
  }

  /**
   * Standard normal random numbers, different for each call of the layer, excluded from gradients.
   */
  Operand<TFloat32> normal(@Nullable Long seed, Operand<TInt32> shape) {
    // The op has no gradient, but TensorFlow would look for one.
    return tf.stopGradient(
        mode.randomness().normal(tf, path.call(), ownSeed(seed), Draw.ONLY, shape));
  }

  private @Nullable Long ownSeed(@Nullable Long seed) {
    return seed == null ? null : (Long) (seed + path.repeats());
  }

  /**
   * Adds a penalty on the output to the loss if there is a regularizer; returns the given emission.
   */
  LayerOutputTensor regularized(@Nullable Regularizer regularizer, LayerOutputTensor output) {
    if (regularizer != null) {
      penalties.add(new Penalty(regularizer, output.output()));
    }
    return output;
  }

  /** Returns this scope, but without penalties on the outputs of layers. */
  LayerScope withoutPenalties() {
    return new LayerScope(tf, call, path, sources, weights, new ArrayList<>(), mode);
  }

  /**
   * Returns the scope of a layer that this one wraps.
   *
   * @param name the name of the inner layer in this one
   * @param layer the inner layer
   * @param input the input of the inner layer
   * @param shape the shape of the input, with the unknown batch size first
   */
  LayerScope inside(String name, Layer layer, Operand<TFloat32> input, Shape shape) {
    List<Shape> shapes = List.of(shape);
    LayerInputs given = new LayerInputs(name, layer.typeName(), shapes);
    return new LayerScope(
        tf.withSubScope(name),
        new ResolvedCall(
            name, 0, List.of(), call.inferenceMode(), shapes, layer.geometry(given).outputs()),
        path.inside(name),
        List.of(LayerOutputTensor.of(input)),
        weights,
        penalties,
        mode);
  }

  /** Emits a layer in this scope and returns its output. */
  Operand<TFloat32> emit(Layer layer) {
    return layer.accept(new LayerEmitter(this)).output();
  }

  Operand<TFloat32> weight(String variable) {
    return weights.read(path.weights() + variable);
  }

  /** Updates a weight in every training step. */
  void update(String variable, Operand<TFloat32> value) {
    weights.update(path.weights() + variable, value);
  }
}
