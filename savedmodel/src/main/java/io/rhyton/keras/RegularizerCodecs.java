package io.rhyton.keras;

import io.rhyton.model.weight.L2;

/** Regularizers. Keras 2 keeps their factors as float32. */
final class RegularizerCodecs {
  static final KerasCodec<L2> L2 =
      KerasCodec.of(
          "l2",
          L2.class,
          config -> new L2(config.float32("l2", 0.01)),
          (regularizer, config) -> config.put("l2", regularizer.l2()));

  /** What old files of Keras 2 call L2 too. */
  static final KerasCodec<L2> L1_L2 =
      KerasCodec.of(
          "L1L2",
          L2.class,
          config -> {
            config.only("l1", 0);
            return new L2(config.float32("l2", 0));
          },
          (regularizer, config) -> {
            throw new IllegalStateException("L1L2 is only read");
          });

  private RegularizerCodecs() {}
}
