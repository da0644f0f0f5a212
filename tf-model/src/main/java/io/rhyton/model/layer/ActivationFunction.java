package io.rhyton.model.layer;

/**
 * A function applied to every value, or for {@link #SOFTMAX} and {@link #LOG_SOFTMAX} to every row.
 * Where nothing else is said Keras has it by its name, in small letters, in every version of 3.
 *
 * <p>Of Keras's functions there are three that Rhyton has not: {@code glu} changes the shape,
 * {@code threshold} cannot be called by its name, and what Keras calls {@code sparsemax} is not
 * that function: of two equal values it makes 0 and 0.
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
  /** {@code x} times the share of a normal distribution that is below it */
  GELU,
  /** {@code x} if above 0.5 or below -0.5, else 0; since Keras 3.7 */
  HARD_SHRINK,
  /** {@code x / 6 + 0.5}, at least 0 and at most 1; Keras 2 had another slope */
  HARD_SIGMOID,
  /** {@code x} times {@link #HARD_SIGMOID}, also called hard swish */
  HARD_SILU,
  /** {@code x}, at least -1 and at most 1; since Keras 3.7 */
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
  /** {@code x}, at least 0 and at most 6 */
  RELU6,
  /** ELU scaled by 1.0507 with alpha 1.6733, which keeps mean and variance */
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
  /** {@code x} nearer to 0 by 0.5, and 0 if it was no farther; since Keras 3.7 */
  SOFT_SHRINK,
  /** 0 up to -1, {@code x} from 1 on, between them {@code (x + 1)² / 4}; since Keras 3.8 */
  SPARSE_PLUS,
  /** {@code (x + 1) / 2}, at least 0 and at most 1; since Keras 3.10 */
  SPARSE_SIGMOID,
  /** {@code (x + sqrt(x² + 4)) / 2}; since Keras 3.7 */
  SQUAREPLUS,
  /** {@code tanh(x)} */
  TANH,
  /** {@code x - tanh(x)}; since Keras 3.7 */
  TANH_SHRINK
}
