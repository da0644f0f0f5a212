package io.rhyton.savedmodel;

import io.rhyton.graph.ForwardPass;
import io.rhyton.graph.Randomness;
import io.rhyton.model.ResolvedModel;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.Struct.StructuredValue;
import org.tensorflow.types.TFloat32;

/**
 * The functions that pass samples through a model, in inference and as in training.
 *
 * @param inputs what they take
 * @param serve inference
 * @param train as in training
 * @param callInference {@code __call__} with {@code training=False}
 * @param callTraining {@code __call__} with {@code training=True}
 * @param signature inference for tools that know no objects
 */
record InferenceEndpoints(
    TensorSpec inputs,
    Endpoint serve,
    Endpoint train,
    Endpoint callInference,
    Endpoint callTraining,
    ServingSignature signature) {
  static final String DEFAULT_SIGNATURE = "serving_default";
  static final String OUTPUT = "output_0";
  private static final String INPUTS = "inputs";
  private static final String CALL = "StatefulPartitionedCall";

  static InferenceEndpoints add(
      FunctionLibrary library, ResolvedModel model, List<TrackedVariable> weights) {
    TensorSpec inputs = TensorSpec.floats(INPUTS, model.inputShape());
    TensorSpec output = TensorSpec.floats(OUTPUT, model.outputShape());
    TensorSpec named = TensorSpec.floats(model.inputs().get(0), model.inputShape());
    FunctionLibrary.Body inference =
        (tf, variables, signature) -> emit(tf, model, variables, signature, false);
    FunctionLibrary.Body training =
        (tf, variables, signature) -> emit(tf, model, variables, signature, true);
    StructuredValue one = Protos.arguments(inputs.value());
    Endpoint wrapper =
        library.add(
            "signature_wrapper",
            weights,
            Protos.arguments(List.of(named)),
            Protos.dict(Map.of(OUTPUT, output.value())),
            inference);
    return new InferenceEndpoints(
        inputs,
        library.add("serve", weights, one, output.value(), inference),
        library.add("train", weights, one, output.value(), training),
        library.add(
            "call_inference",
            weights,
            Protos.arguments(inputs.value(), Protos.bool(false)),
            output.value(),
            inference),
        library.add(
            "call_training",
            weights,
            Protos.arguments(inputs.value(), Protos.bool(true)),
            output.value(),
            training),
        new ServingSignature(
            DEFAULT_SIGNATURE,
            List.of(named),
            List.of(DEFAULT_SIGNATURE + "_" + INPUTS),
            CALL,
            wrapper,
            List.of(output)));
  }

  private static List<Op> emit(
      Ops tf,
      ResolvedModel model,
      CapturedVariables variables,
      Signature.Builder signature,
      boolean training) {
    Placeholder<TFloat32> input =
        tf.withName(INPUTS).placeholder(TFloat32.class, Placeholder.shape(model.inputShape()));
    ForwardPass forward =
        training
            ? ForwardPass.training(tf, model, variables, List.of(input), Randomness.unseeded())
            : ForwardPass.inference(tf, model, variables, List.of(input));
    // What the output does not depend on is pruned, so the updates hang on to it.
    Operand<TFloat32> output =
        tf.withControlDependencies(forward.updates())
            .withName(OUTPUT)
            .identity(forward.prediction().output());
    signature.input(INPUTS, input).output(OUTPUT, output);
    return forward.updates();
  }
}
