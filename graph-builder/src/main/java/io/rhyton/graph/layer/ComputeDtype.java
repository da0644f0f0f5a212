package io.rhyton.graph.layer;

import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TFloating;

/** The compute dtype of convolutions and matrix products. Everything else in a graph is float32. */
public enum ComputeDtype {
  /** 32-bit floats. */
  FLOAT32(TFloat32.class),
  /** 16-bit floats with a 10-bit mantissa, from 6e-8 to 65504: needs loss scaling. */
  FLOAT16(TFloat16.class),
  /** 16-bit floats with a 7-bit mantissa and the range of float32. */
  BFLOAT16(TBfloat16.class);

  private final Class<? extends TFloating> type;

  ComputeDtype(Class<? extends TFloating> type) {
    this.type = type;
  }

  Class<? extends TFloating> type() {
    return type;
  }

  /** Whether small gradients underflow to 0, so that the loss must be scaled. */
  public boolean scalesLoss() {
    return this == FLOAT16;
  }
}
