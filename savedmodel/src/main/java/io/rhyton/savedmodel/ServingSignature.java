package io.rhyton.savedmodel;

import java.util.List;
import org.tensorflow.proto.SignatureDef;

/**
 * A function that tools call which know no objects: tensors go in and out by name.
 *
 * @param name the signature's name
 * @param inputs what it takes, as callers name it
 * @param placeholders the nodes of the main graph that take it
 * @param call the node of the main graph that calls the function
 * @param endpoint the function
 * @param outputs what it returns, in the order of their names
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
