package io.rhyton.keras.model;

import java.util.List;

/**
 * A call of a layer in a configuration.
 *
 * @param inputs the tensors that the layer is called on
 * @param inferenceMode whether it runs in inference mode even while the model is trained
 */
record ParsedCall(List<TensorReference> inputs, boolean inferenceMode) {}
