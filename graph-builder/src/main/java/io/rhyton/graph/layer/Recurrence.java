package io.rhyton.graph.layer;

import io.rhyton.graph.variable.Randomness.Draw;
import io.rhyton.model.layer.Recurrent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A recurrent layer, unrolled over timesteps: TensorFlow's C++ gradients do not support loops. The
 * input projection is computed for all timesteps at once.
 */
final class Recurrence {
  private final LayerScope scope;
  private final Ops tf;
  private final Recurrent<?> layer;
  private final int gates;
  private final Operand<TInt32> batch;

  /** As in Keras, gates have separate dropout masks only if there is recurrent dropout. */
  private final int masks;

  /**
   * Creates the recurrence of a layer.
   *
   * @param scope the scope of the layer
   * @param layer the layer
   * @param gates the number of gates that its kernels combine
   */
  Recurrence(LayerScope scope, Recurrent<?> layer, int gates) {
    this.scope = scope;
    this.tf = scope.tf();
    this.layer = layer;
    this.gates = gates;
    this.batch = tf.gather(tf.shape(scope.input()), tf.constant(0), tf.constant(0));
    this.masks = layer.recurrentDropout() > 0 ? gates : 1;
  }

  /**
   * One timestep: computes the next states, the output first, from the projected input and the
   * previous states.
   */
  @FunctionalInterface
  interface Step {
    List<Operand<TFloat32>> take(Operand<TFloat32> input, List<Operand<TFloat32>> states);
  }

  /** The product of the input with the kernel, {@code [batch, timesteps, gates · units]}. */
  Operand<TFloat32> inputs() {
    Shape sequence = scope.inputShape();
    long steps = sequence.get(1);
    long features = sequence.get(2);
    List<Operand<TFloat32>> everyRow = new ArrayList<>();
    for (Operand<TFloat32> mask : masks(layer.dropout(), 0, features)) {
      Operand<TFloat32> everyStep =
          tf.broadcastTo(
              tf.expandDims(mask, tf.constant(1)),
              tf.stack(List.of(batch, tf.constant((int) steps), tf.constant((int) features))));
      everyRow.add(rows(everyStep, features));
    }
    Operand<TFloat32> product =
        product(scope.weight("kernel"), 0, gates, everyRow).of(rows(scope.input(), features));
    return tf.reshape(product, tf.constant(new long[] {-1, steps, (long) gates * layer.units()}));
  }

  /**
   * The product of a state with the recurrent kernel of the gates from {@code from} to before
   * {@code to}.
   */
  GateProduct recurrentProduct(int from, int to) {
    int firstDraw = layer.dropout() > 0 ? masks : 0;
    return product(
        scope.weight("recurrent_kernel"),
        from,
        to,
        masks(layer.recurrentDropout(), firstDraw, layer.units()));
  }

  private GateProduct product(
      Operand<TFloat32> kernel, int from, int to, List<Operand<TFloat32>> ofGates) {
    if (ofGates.size() > 1) {
      List<Output<TFloat32>> parts = tf.split(tf.constant(1), kernel, (long) gates).output();
      return new GateProduct(
          scope.compute(),
          List.<Operand<TFloat32>>copyOf(parts.subList(from, to)),
          ofGates.subList(from, to));
    }
    Operand<TFloat32> part =
        to - from == gates
            ? kernel
            : tf.slice(
                kernel,
                tf.constant(new int[] {0, from * layer.units()}),
                tf.constant(new int[] {-1, (to - from) * layer.units()}));
    return new GateProduct(scope.compute(), List.of(part), ofGates);
  }

  /** The dropout masks, the same for every timestep: none, one for all gates, or one per gate. */
  private List<Operand<TFloat32>> masks(double rate, int firstDraw, long width) {
    List<Operand<TFloat32>> made = new ArrayList<>();
    int draws = (layer.dropout() > 0 ? masks : 0) + (layer.recurrentDropout() > 0 ? masks : 0);
    for (int i = 0; scope.isTraining() && rate > 0 && i < masks; i++) {
      Operand<TInt32> shape = tf.stack(List.of(batch, tf.constant((int) width)));
      Draw draw = new Draw(firstDraw + i, draws);
      made.add(RegularizationOps.mask(tf, scope.uniform(draw, layer.seed(), shape), rate));
    }
    return made;
  }

  private Operand<TFloat32> rows(Operand<TFloat32> sequence, long width) {
    return tf.reshape(sequence, tf.constant(new long[] {-1, width}));
  }

  /**
   * Runs all timesteps.
   *
   * @param inputs the projected inputs, {@code [batch, timesteps, …]}
   * @param stateCount the number of states
   * @param step computes one timestep
   */
  Operand<TFloat32> run(Operand<TFloat32> inputs, int stateCount, Step step) {
    List<Output<TFloat32>> steps =
        new ArrayList<>(tf.unstack(inputs, scope.inputShape().get(1), Unstack.axis(1L)).output());
    if (layer.goBackwards()) {
      Collections.reverse(steps);
    }
    List<Operand<TFloat32>> states = Collections.nCopies(stateCount, zeros());
    List<Operand<TFloat32>> outputs = new ArrayList<>();
    for (Output<TFloat32> input : steps) {
      states = step.take(input, states);
      outputs.add(states.get(0));
    }
    return layer.returnSequences()
        ? tf.stack(outputs, Stack.axis(1L))
        : outputs.get(outputs.size() - 1);
  }

  /**
   * The initial state, excluded from gradients because TensorFlow has no C++ gradient of {@code
   * Fill}.
   */
  private Operand<TFloat32> zeros() {
    return tf.stopGradient(
        tf.fill(tf.stack(List.of(batch, tf.constant(layer.units()))), tf.constant(0f)));
  }
}
