package io.rhyton.graph.layer;

import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TFloating;

/** What convolutions and matrix products are computed in. All else in a graph is float32. */
public enum ProductType {
  /** 32-bit floats. */
  FLOAT32(TFloat32.class),
  /** 16-bit floats of 10 bits of mantissa, from 6e-8 to 65504: the loss is scaled for them. */
  FLOAT16(TFloat16.class),
  /** 16-bit floats of 7 bits of mantissa, with the range of float32. */
  BFLOAT16(TBfloat16.class);

  private final Class<? extends TFloating> type;

  ProductType(Class<? extends TFloating> type) {
    this.type = type;
  }

  Class<? extends TFloating> type() {
    return type;
  }

  /** Whether gradients are so small that they become 0 in it. */
  public boolean scalesLoss() {
    return this == FLOAT16;
  }
}
