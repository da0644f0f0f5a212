package io.rhyton.graph.layer;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.GRU;
import io.rhyton.model.layer.LSTM;
import io.rhyton.model.layer.SimpleRNN;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Emits recurrent layers. */
final class RecurrentOps {
  private RecurrentOps() {}

  static Operand<TFloat32> simple(LayerScope scope, SimpleRNN<?> layer) {
    Ops tf = scope.tf();
    Recurrence recurrence = new Recurrence(scope, layer, 1);
    Operand<TFloat32> inputs = biased(scope, layer.useBias(), recurrence.inputs());
    GateProduct recurrent = recurrence.recurrentProduct(0, 1);
    return recurrence.run(
        inputs,
        1,
        (input, states) ->
            List.of(
                activate(
                    scope, tf.math.add(input, recurrent.of(states.get(0))), layer.activation())));
  }

  static Operand<TFloat32> lstm(LayerScope scope, LSTM<?> layer) {
    Ops tf = scope.tf();
    Recurrence recurrence = new Recurrence(scope, layer, 4);
    Operand<TFloat32> inputs = biased(scope, layer.useBias(), recurrence.inputs());
    GateProduct recurrent = recurrence.recurrentProduct(0, 4);
    Operand<TInt32> gateAxis = tf.constant(1);
    return recurrence.run(
        inputs,
        2,
        (input, states) -> {
          Operand<TFloat32> sum = tf.math.add(input, recurrent.of(states.get(0)));
          List<Output<TFloat32>> gates = tf.split(gateAxis, sum, 4L).output();
          Operand<TFloat32> inputGate = activate(scope, gates.get(0), layer.recurrentActivation());
          Operand<TFloat32> forgetGate = activate(scope, gates.get(1), layer.recurrentActivation());
          Operand<TFloat32> outputGate = activate(scope, gates.get(3), layer.recurrentActivation());
          Operand<TFloat32> cellState =
              tf.math.add(
                  tf.math.mul(forgetGate, states.get(1)),
                  tf.math.mul(inputGate, activate(scope, gates.get(2), layer.activation())));
          return List.of(
              tf.math.mul(outputGate, activate(scope, cellState, layer.activation())), cellState);
        });
  }

  static Operand<TFloat32> gru(LayerScope scope, GRU<?> layer) {
    return layer.resetAfter() ? resettingAfter(scope, layer) : resettingBefore(scope, layer);
  }

  private static Operand<TFloat32> resettingAfter(LayerScope scope, GRU<?> layer) {
    Ops tf = scope.tf();
    Recurrence recurrence = new Recurrence(scope, layer, 3);
    GateProduct recurrent = recurrence.recurrentProduct(0, 3);
    Operand<TInt32> gateAxis = tf.constant(1);
    if (!layer.useBias()) {
      return recurrence.run(
          recurrence.inputs(),
          1,
          (input, states) ->
              afterReset(scope, layer, gateAxis, input, states, recurrent.of(states.get(0))));
    }
    List<Output<TFloat32>> biases = tf.unstack(scope.weight("bias"), 2L).output();
    return recurrence.run(
        tf.math.add(recurrence.inputs(), biases.get(0)),
        1,
        (input, states) ->
            afterReset(
                scope,
                layer,
                gateAxis,
                input,
                states,
                tf.math.add(recurrent.of(states.get(0)), biases.get(1))));
  }

  private static List<Operand<TFloat32>> afterReset(
      LayerScope scope,
      GRU<?> layer,
      Operand<TInt32> gateAxis,
      Operand<TFloat32> input,
      List<Operand<TFloat32>> states,
      Operand<TFloat32> product) {
    Ops tf = scope.tf();
    List<Output<TFloat32>> fromInput = tf.split(gateAxis, input, 3L).output();
    List<Output<TFloat32>> fromState = tf.split(gateAxis, product, 3L).output();
    Operand<TFloat32> update =
        activate(
            scope, tf.math.add(fromInput.get(0), fromState.get(0)), layer.recurrentActivation());
    Operand<TFloat32> reset =
        activate(
            scope, tf.math.add(fromInput.get(1), fromState.get(1)), layer.recurrentActivation());
    Operand<TFloat32> candidate =
        activate(
            scope,
            tf.math.add(fromInput.get(2), tf.math.mul(reset, fromState.get(2))),
            layer.activation());
    return List.of(mixed(tf, update, states.get(0), candidate));
  }

  private static Operand<TFloat32> resettingBefore(LayerScope scope, GRU<?> layer) {
    Ops tf = scope.tf();
    Recurrence recurrence = new Recurrence(scope, layer, 3);
    Operand<TFloat32> inputs = biased(scope, layer.useBias(), recurrence.inputs());
    GateProduct gateProduct = recurrence.recurrentProduct(0, 2);
    GateProduct candidateProduct = recurrence.recurrentProduct(2, 3);
    Operand<TInt32> gateAxis = tf.constant(1);
    return recurrence.run(
        inputs,
        1,
        (input, states) -> {
          Operand<TFloat32> state = states.get(0);
          List<Output<TFloat32>> fromInput = tf.split(gateAxis, input, 3L).output();
          List<Output<TFloat32>> fromState = tf.split(gateAxis, gateProduct.of(state), 2L).output();
          Operand<TFloat32> update =
              activate(
                  scope,
                  tf.math.add(fromInput.get(0), fromState.get(0)),
                  layer.recurrentActivation());
          Operand<TFloat32> reset =
              activate(
                  scope,
                  tf.math.add(fromInput.get(1), fromState.get(1)),
                  layer.recurrentActivation());
          Operand<TFloat32> candidate =
              activate(
                  scope,
                  tf.math.add(fromInput.get(2), candidateProduct.of(tf.math.mul(reset, state))),
                  layer.activation());
          return List.of(mixed(tf, update, state, candidate));
        });
  }

  /** {@code update · state + (1 - update) · candidate}. */
  private static Operand<TFloat32> mixed(
      Ops tf, Operand<TFloat32> update, Operand<TFloat32> state, Operand<TFloat32> candidate) {
    return tf.math.add(
        tf.math.mul(update, state), tf.math.mul(tf.math.sub(tf.constant(1f), update), candidate));
  }

  private static Operand<TFloat32> biased(
      LayerScope scope, boolean useBias, Operand<TFloat32> inputs) {
    return useBias ? scope.tf().math.add(inputs, scope.weight("bias")) : inputs;
  }

  private static Operand<TFloat32> activate(
      LayerScope scope, Operand<TFloat32> x, ActivationFunction function) {
    return ActivationOps.apply(scope, x, function).output();
  }
}
