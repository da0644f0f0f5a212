package io.rhyton.savedmodel;

import io.rhyton.graph.layer.ForwardPass;
import io.rhyton.graph.variable.Randomness;
import io.rhyton.model.ResolvedModel;
import java.util.List;
import org.tensorflow.Signature;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.Struct.StructuredValue;
import org.tensorflow.types.TFloat32;

/**
 * The functions for the forward pass of a model, in inference and in training mode.
 *
 * @param inputs their arguments
 * @param serve inference mode
 * @param train training mode
 * @param callInference {@code __call__} with {@code training=False}
 * @param callTraining {@code __call__} with {@code training=True}
 * @param signature inference mode for tools that do not support objects
 */
record InferenceEndpoints(
    TensorGroup inputs,
    Endpoint serve,
    Endpoint train,
    Endpoint callInference,
    Endpoint callTraining,
    ServingSignature signature) {
  static final String DEFAULT_SIGNATURE = "serving_default";
  static final String INPUTS = "inputs";
  private static final String OUTPUTS = "outputs";
  private static final String CALL = "StatefulPartitionedCall";

  static InferenceEndpoints add(
      FunctionLibrary library, ResolvedModel model, List<TrackedVariable> weights) {
    return new Building(library, model, weights).all();
  }

  private record Building(
      FunctionLibrary library, ResolvedModel model, List<TrackedVariable> weights) {

    InferenceEndpoints all() {
      TensorGroup inputs = ModelTensors.samples(INPUTS, model);
      StructuredValue samples = inputs.value();
      return new InferenceEndpoints(
          inputs,
          add("serve", Protos.arguments(samples), false),
          add("train", Protos.arguments(samples), true),
          add("call_inference", Protos.arguments(samples, Protos.bool(false)), false),
          add("call_training", Protos.arguments(samples, Protos.bool(true)), true),
          signature());
    }

    private Endpoint add(String name, StructuredValue arguments, boolean training) {
      List<TensorSpec> inputs = ModelTensors.samples(INPUTS, model).tensors();
      return library.add(
          name,
          weights,
          arguments,
          new TensorGroup(OUTPUTS, ModelTensors.outputs(model)).value(),
          (tf, variables, signature) -> {
            FunctionArguments given = new FunctionArguments(tf);
            List<Placeholder<TFloat32>> samples = given.addSamples(inputs);
            given.addTo(signature, false);
            return emit(tf, variables, signature, samples, training, false);
          });
    }

    private ServingSignature signature() {
      List<TensorSpec> inputs = ModelTensors.inputs(model);
      List<TensorSpec> sorted = TensorSpec.sorted(inputs);
      List<TensorSpec> outputs = TensorSpec.sorted(ModelTensors.outputs(model));
      Endpoint wrapper =
          library.add(
              "signature_wrapper",
              weights,
              Protos.arguments(sorted),
              Protos.dict(outputs),
              (tf, variables, signature) -> {
                FunctionArguments given = new FunctionArguments(tf);
                List<Placeholder<TFloat32>> samples = given.addSamples(inputs);
                given.addTo(signature, true);
                return emit(tf, variables, signature, samples, false, true);
              });
      return new ServingSignature(
          DEFAULT_SIGNATURE,
          sorted,
          ModelTensors.samples(INPUTS, model).placeholders(DEFAULT_SIGNATURE),
          CALL,
          wrapper,
          outputs);
    }

    private List<Op> emit(
        Ops tf,
        CapturedVariables variables,
        Signature.Builder signature,
        List<Placeholder<TFloat32>> samples,
        boolean training,
        boolean byName) {
      ForwardPass forward =
          training
              ? ForwardPass.training(tf, model, variables, samples, Randomness.unseeded())
              : ForwardPass.inference(tf, model, variables, samples);
      List<TensorSpec> outputs = ModelTensors.outputs(model);
      for (TensorSpec output : byName ? TensorSpec.sorted(outputs) : outputs) {
        // Ops that the output does not depend on are pruned, so it depends on the updates.
        signature.output(
            output.name(),
            tf.withControlDependencies(forward.updates())
                .withName(output.name())
                .identity(forward.predictions().get(outputs.indexOf(output)).output()));
      }
      return forward.updates();
    }
  }
}
