package io.rhyton.savedmodel;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.graph.ForwardPass;
import io.rhyton.graph.Randomness;
import io.rhyton.model.ResolvedModel;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The functions of a SavedModel, one for each way of calling it. No two share a body: Python gives
 * a function the argument names of whoever names it last.
 */
final class EndpointFunctions implements AutoCloseable {
  static final String OUTPUT = "output_0";

  private final List<AutoCloseable> owned = new ArrayList<>();
  private final ConcreteFunction serve;
  private final ConcreteFunction train;
  private final ConcreteFunction callInference;
  private final ConcreteFunction callTraining;
  private final ConcreteFunction signature;

  @MustBeClosed
  EndpointFunctions(ResolvedModel model, List<TrackedVariable> variables) {
    this.serve = build("serve", model, variables, false);
    this.train = build("train", model, variables, true);
    this.callInference = build("call_inference", model, variables, false);
    this.callTraining = build("call_training", model, variables, true);
    this.signature = build("signature_wrapper", model, variables, false);
  }

  private ConcreteFunction build(
      String name, ResolvedModel model, List<TrackedVariable> variables, boolean training) {
    Graph graph = new Graph();
    owned.add(graph);
    Ops tf = Ops.create(graph);
    Placeholder<TFloat32> input =
        tf.withName("inputs").placeholder(TFloat32.class, Placeholder.shape(model.inputShape()));
    CapturedVariables captured = new CapturedVariables(graph, tf, variables);
    ForwardPass forward =
        training
            ? ForwardPass.training(tf, model, captured, input, Randomness.unseeded())
            : ForwardPass.inference(tf, model, captured, input);
    // What the output does not depend on is pruned, so the updates hang on to it.
    Operand<TFloat32> output =
        tf.withControlDependencies(forward.updates())
            .withName(OUTPUT)
            .identity(forward.prediction().output());
    Signature.Builder arguments =
        Signature.builder().key("__inference_" + name).input("inputs", input);
    captured.addTo(arguments);
    ConcreteFunction function =
        ConcreteFunction.create(arguments.output(OUTPUT, output).build(), graph);
    owned.add(function);
    return function;
  }

  ConcreteFunction serve() {
    return serve;
  }

  ConcreteFunction train() {
    return train;
  }

  ConcreteFunction callInference() {
    return callInference;
  }

  ConcreteFunction callTraining() {
    return callTraining;
  }

  ConcreteFunction signature() {
    return signature;
  }

  List<ConcreteFunction> all() {
    return List.of(serve, train, callInference, callTraining, signature);
  }

  @Override
  public void close() {
    for (int i = owned.size() - 1; i >= 0; i--) {
      try {
        owned.get(i).close();
      } catch (Exception e) {
        throw new IllegalStateException("a function could not be closed", e);
      }
    }
  }
}
