package io.rhyton.model.layer;

/**
 * A function applied to every value, or for {@link #SOFTMAX} to every row.
 *
 * <p>Source: {@code keras/src/activations/activations.py}, Keras 3.15.
 */
public enum ActivationFunction {
  /** {@code x} */
  LINEAR,
  /** {@code x} if positive, else {@code exp(x) - 1} */
  ELU,
  /** {@code max(x, 0)} */
  RELU,
  /** ELU scaled by 1.0507 with alpha 1.6733, which keeps mean and variance */
  SELU,
  /** {@code 1 / (1 + exp(-x))} */
  SIGMOID,
  /** {@code exp(x) / sum(exp(x))} over the last axis */
  SOFTMAX,
  /** {@code log(exp(x) + 1)} */
  SOFTPLUS,
  /** {@code tanh(x)} */
  TANH
}
