package io.rhyton.execution;

/** The numeric precision of a step; weights and losses are always float32. */
public enum DTypePolicy {
  /** 32-bit floats throughout. */
  FLOAT32,
  /**
   * Convolutions and matrix products in bfloat16 (8-bit significand), which is faster on CPUs that
   * support it (AVX-512 BF16, AMX) and on NVIDIA GPUs since Ampere.
   */
  MIXED_BFLOAT16,
  /**
   * Convolutions and matrix products in float16 (11-bit significand, at most 65504), for GPUs; on a
   * CPU it is a hundred times slower. The batched matrix products of attention and {@code Dot} stay
   * float32.
   *
   * <p>The loss is scaled, so that small gradients do not underflow to 0. The scale starts at
   * 32,768, is halved after a step with a NaN or infinite gradient, and is doubled after 2000 steps
   * without one. A step with such a gradient is skipped: weights, optimizer state and the step
   * count, and thus a learning-rate schedule, are unchanged; the moving statistics of layers are
   * still updated. The scale is part of {@code Model.optimizerState}. It replaces an optimizer's
   * {@code lossScaleFactor}.
   *
   * <p>Source: {@code mixed_float16} and {@code LossScaleOptimizer}, Keras 3.15; there, layers
   * compute entirely in float16.
   */
  MIXED_FLOAT16
}
