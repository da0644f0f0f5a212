package io.rhyton.keras.codec;

import io.rhyton.model.weight.L1;
import io.rhyton.model.weight.L1L2;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.OrthogonalRegularizer;
import io.rhyton.model.weight.OrthogonalRegularizer.Mode;

/** Codecs for regularizers, whose factors Keras 2 stores as float32. */
final class RegularizerCodecs {
  static final KerasCodec<L1> L1 =
      KerasCodec.of(
          "l1",
          L1.class,
          config -> new L1(config.float32("l1", 0.01)),
          (regularizer, config) -> config.put("l1", regularizer.l1()));

  /** Also read for L1 and L2 in old files of Keras 2. */
  static final KerasCodec<L1L2> L1_L2 =
      KerasCodec.of(
          "l1l2",
          L1L2.class,
          config -> new L1L2(config.float32("l1", 0), config.float32("l2", 0)),
          (regularizer, config) -> config.put("l1", regularizer.l1()).put("l2", regularizer.l2()));

  static final KerasCodec<L2> L2 =
      KerasCodec.of(
          "l2",
          L2.class,
          config -> new L2(config.float32("l2", 0.01)),
          (regularizer, config) -> config.put("l2", regularizer.l2()));

  static final KerasCodec<OrthogonalRegularizer> ORTHOGONAL =
      KerasCodec.of(
          "orthogonal_regularizer",
          OrthogonalRegularizer.class,
          config ->
              new OrthogonalRegularizer(
                  config.float32("factor", 0.01), config.constant("mode", Mode.ROWS)),
          (regularizer, config) ->
              config.put("factor", regularizer.factor()).putConstant("mode", regularizer.mode()));

  private RegularizerCodecs() {}
}
