package io.rhyton.training;

/** The precision in which a step is computed; weights and losses are float32 in each. */
public enum Precision {
  /** 32-bit floats throughout. */
  FLOAT32,
  /**
   * Convolutions and matrix products in bfloat16 (8 bits of mantissa), which is faster on
   * processors that have it (AVX-512 BF16, AMX).
   */
  BFLOAT16
}
