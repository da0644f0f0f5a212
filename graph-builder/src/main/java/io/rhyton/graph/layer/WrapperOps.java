package io.rhyton.graph.layer;

import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Bidirectional;
import io.rhyton.model.layer.Bidirectional.MergeMode;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.TimeDistributed;
import io.rhyton.model.shape.Sizes;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.types.TFloat32;

/** Emits wrapper layers. */
final class WrapperOps {
  private WrapperOps() {}

  static Operand<TFloat32> bothWays(LayerScope scope, Bidirectional<?> layer) {
    Ops tf = scope.tf();
    Operand<TFloat32> forward = inside(scope, layer.forwardName(), layer.layer());
    Operand<TFloat32> backward = inside(scope, layer.backwardName(), layer.backward());
    if (layer.layer().returnSequences()) {
      backward = tf.reverse(backward, tf.constant(new int[] {1}));
    }
    if (layer.mergeMode() == MergeMode.CONCAT) {
      return tf.concat(List.of(forward, backward), tf.constant(-1));
    } else if (layer.mergeMode() == MergeMode.MUL) {
      return tf.math.mul(forward, backward);
    }
    Operand<TFloat32> sum = tf.math.add(forward, backward);
    return layer.mergeMode() == MergeMode.SUM ? sum : tf.math.mul(sum, tf.constant(0.5f));
  }

  private static Operand<TFloat32> inside(LayerScope scope, String name, Layer layer) {
    return scope.inside(name, layer, scope.input(), scope.inputShape()).emit(layer);
  }

  /**
   * Emits all timesteps at once, as additional samples. Layers that use batch statistics are
   * emitted in another way, since Keras computes the statistics per timestep.
   */
  static Operand<TFloat32> everyStep(LayerScope scope, TimeDistributed layer) {
    if (!scope.usesBatchStatistics() || !layer.usesBatchStatistics()) {
      return atOnce(scope, layer);
    }
    if (Sizes.isKnown(scope.inputShape().get(1))) {
      return stepByStep(scope, layer);
    }
    return layer.layer() instanceof TimeDistributed inner
        ? everyStepOfSteps(scope, layer.layerName(), inner)
        : StepwiseNormalization.of(
            scope, layer.layerName() + "/", (BatchNormalization) layer.layer());
  }

  /** The steps of steps as one sequence, in the order in which Keras goes through them. */
  private static Operand<TFloat32> everyStepOfSteps(
      LayerScope scope, String name, TimeDistributed inner) {
    Ops tf = scope.tf();
    List<Dimension> sizes = scope.inputSizes();
    List<Dimension> flat = new ArrayList<>(sizes);
    flat.set(1, flat.get(1).times(tf, flat.remove(2)));
    Shape shape = scope.inputShape();
    Operand<TFloat32> output =
        scope
            .inside(
                name,
                inner,
                Dimension.reshape(tf, scope.input(), flat),
                shape.tail().tail().tail().prepend(Sizes.ANY).prepend(shape.get(0)))
            .emit(inner);
    // Batch normalization keeps the shape.
    return Dimension.reshape(tf, output, sizes);
  }

  private static Operand<TFloat32> atOnce(LayerScope scope, TimeDistributed layer) {
    Ops tf = scope.tf();
    Shape sequence = scope.inputShape();
    Shape step = TimeDistributed.step(sequence);
    List<Dimension> one = scope.inputSizes();
    Dimension steps = one.remove(1);
    Operand<TFloat32> samples = Dimension.reshape(tf, scope.input(), one);
    Operand<TFloat32> output =
        scope
            .withoutPenalties()
            .inside(layer.layerName(), layer.layer(), samples, step)
            .emit(layer.layer());
    List<Dimension> all = Dimension.sizes(tf, output, scope.outputShape().tail());
    all.add(1, steps);
    return Dimension.reshape(tf, output, all);
  }

  private static Operand<TFloat32> stepByStep(LayerScope scope, TimeDistributed layer) {
    Ops tf = scope.tf();
    Shape sequence = scope.inputShape();
    List<Operand<TFloat32>> outputs = new ArrayList<>();
    for (Output<TFloat32> input :
        tf.unstack(scope.input(), sequence.get(1), Unstack.axis(1L)).output()) {
      outputs.add(
          scope
              .withoutPenalties()
              .inside(layer.layerName(), layer.layer(), input, TimeDistributed.step(sequence))
              .emit(layer.layer()));
    }
    return tf.stack(outputs, Stack.axis(1L));
  }
}
