package io.rhyton.execution;

import io.rhyton.training.Model;

/** The precision in which a step is computed; weights and losses are float32 in each. */
public enum Precision {
  /** 32-bit floats throughout. */
  FLOAT32,
  /**
   * Convolutions and matrix products in bfloat16 (8 bits of mantissa), which is faster on
   * processors that have it (AVX-512 BF16, AMX) and on GPUs since NVIDIA's Ampere.
   */
  BFLOAT16,
  /**
   * Convolutions and matrix products in float16 (11 bits of mantissa, at most 65504), for GPUs; a
   * processor takes a hundred times as long. What attention and {@code Dot} multiply sample by
   * sample stays float32.
   *
   * <p>The loss is scaled, so that small gradients do not become 0: at first by 32,768, by half of
   * it after a step with a gradient that is not finite, and by twice as much after 2000 steps
   * without one. A step with such a gradient is skipped: weights, the optimizer's state and its
   * count of steps, and with it a schedule, stay as they were; moving statistics of layers do not.
   * The scale is part of {@link Model#optimizerState}. It takes the place of an optimizer's {@code
   * lossScaleFactor}.
   *
   * <p>Source: {@code mixed_float16} and {@code LossScaleOptimizer}, Keras 3.15; there a layer
   * computes all that it does in float16.
   */
  FLOAT16
}
