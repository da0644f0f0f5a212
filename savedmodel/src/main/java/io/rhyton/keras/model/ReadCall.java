package io.rhyton.keras.model;

import java.util.List;

/**
 * One call of a layer as it stands in a configuration.
 *
 * @param inputs the tensors that the layer is called on
 * @param inferenceMode whether it runs in inference mode even while the model trains
 */
record ReadCall(List<TensorReference> inputs, boolean inferenceMode) {}
