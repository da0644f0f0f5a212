package io.rhyton.model.layer;

/**
 * An activation function, applied elementwise, or along the last axis for {@link #SOFTMAX} and
 * {@link #LOG_SOFTMAX}. The names are Keras's, in upper case; unless noted, every version of Keras
 * 3 has the function.
 *
 * <p>Three of Keras's functions are not supported: {@code glu} changes the shape, {@code threshold}
 * cannot be used by name, and Keras's {@code sparsemax} is incorrect: it maps two equal values to 0
 * and 0.
 *
 * <p>Source: {@code keras/src/activations/activations.py}, Keras 3.15.
 */
public enum ActivationFunction {
  /** {@code x} */
  LINEAR,
  /** {@code x} if positive, else {@code exp(x) - 1}; the same as {@link #ELU}, since Keras 3.7 */
  CELU,
  /** {@code x} if positive, else {@code exp(x) - 1} */
  ELU,
  /** {@code exp(x)} */
  EXPONENTIAL,
  /**
   * {@code x} times the cumulative distribution function of the standard normal distribution at
   * {@code x}
   */
  GELU,
  /** {@code x} if above 0.5 or below -0.5, else 0; since Keras 3.7 */
  HARD_SHRINK,
  /** {@code x / 6 + 0.5}, clipped to [0, 1]; Keras 2 used another slope */
  HARD_SIGMOID,
  /** {@code x} times {@link #HARD_SIGMOID}, also called hard swish */
  HARD_SILU,
  /** {@code x}, clipped to [-1, 1]; since Keras 3.7 */
  HARD_TANH,
  /** {@code x} if positive, else {@code 0.2 · x} */
  LEAKY_RELU,
  /** {@code -log(1 + exp(-x))}; since Keras 3.7 */
  LOG_SIGMOID,
  /** {@code x - log(sum(exp(x)))} over the last axis */
  LOG_SOFTMAX,
  /** {@code x · tanh(log(exp(x) + 1))} */
  MISH,
  /** {@code max(x, 0)} */
  RELU,
  /** {@code x}, clipped to [0, 6] */
  RELU6,
  /** ELU with alpha 1.6733, scaled by 1.0507, which preserves mean and variance */
  SELU,
  /** {@code 1 / (1 + exp(-x))} */
  SIGMOID,
  /** {@code x / (1 + exp(-x))}, also called swish */
  SILU,
  /** {@code exp(x) / sum(exp(x))} over the last axis */
  SOFTMAX,
  /** {@code log(exp(x) + 1)} */
  SOFTPLUS,
  /** {@code x / (|x| + 1)} */
  SOFTSIGN,
  /** {@code x} shrunk towards 0 by 0.5, and 0 within [-0.5, 0.5]; since Keras 3.7 */
  SOFT_SHRINK,
  /** 0 up to -1, {@code x} from 1, {@code (x + 1)² / 4} in between; since Keras 3.8 */
  SPARSE_PLUS,
  /** {@code (x + 1) / 2}, clipped to [0, 1]; since Keras 3.10 */
  SPARSE_SIGMOID,
  /** {@code (x + sqrt(x² + 4)) / 2}; since Keras 3.7 */
  SQUAREPLUS,
  /** {@code tanh(x)} */
  TANH,
  /** {@code x - tanh(x)}; since Keras 3.7 */
  TANH_SHRINK
}
