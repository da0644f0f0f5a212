package io.rhyton.savedmodel;

import java.util.List;
import org.tensorflow.proto.SignatureDef;

/**
 * A function for tools that do not support objects, with named tensors as inputs and outputs.
 *
 * @param name the signature's name
 * @param inputs its inputs by the names that callers use
 * @param placeholders the placeholders of the inputs in the main graph
 * @param call the node of the main graph that calls the function
 * @param endpoint the function
 * @param outputs its outputs, in the order of their names
 */
record ServingSignature(
    String name,
    List<TensorSpec> inputs,
    List<String> placeholders,
    String call,
    Endpoint endpoint,
    List<TensorSpec> outputs) {

  List<String> inputNames() {
    return inputs.stream().map(TensorSpec::name).toList();
  }

  SignatureDef proto() {
    SignatureDef.Builder signature =
        SignatureDef.newBuilder().setMethodName("tensorflow/serving/predict");
    for (int i = 0; i < inputs.size(); i++) {
      signature.putInputs(inputs.get(i).name(), inputs.get(i).info(placeholders.get(i) + ":0"));
    }
    for (int i = 0; i < outputs.size(); i++) {
      signature.putOutputs(outputs.get(i).name(), outputs.get(i).info(call + ":" + i));
    }
    return signature.build();
  }
}
