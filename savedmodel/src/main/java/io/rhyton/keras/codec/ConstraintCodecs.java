package io.rhyton.keras.codec;

import io.rhyton.model.weight.MaxNorm;
import io.rhyton.model.weight.MinMaxNorm;
import io.rhyton.model.weight.NonNeg;
import io.rhyton.model.weight.UnitNorm;
import java.util.List;

/** Codecs for constraints. */
final class ConstraintCodecs {
  private static final List<Integer> FIRST_AXIS = List.of(0);

  static final KerasCodec<MaxNorm> MAX_NORM =
      KerasCodec.of(
          "max_norm",
          MaxNorm.class,
          config -> new MaxNorm(config.number("max_value", 2), config.axes("axis", FIRST_AXIS)),
          (constraint, config) ->
              config.put("max_value", constraint.maxValue()).putAxes("axis", constraint.axis()));

  static final KerasCodec<MinMaxNorm> MIN_MAX_NORM =
      KerasCodec.of(
          "min_max_norm",
          MinMaxNorm.class,
          config ->
              new MinMaxNorm(
                  config.number("min_value", 0),
                  config.number("max_value", 1),
                  config.number("rate", 1),
                  config.axes("axis", FIRST_AXIS)),
          (constraint, config) ->
              config
                  .put("min_value", constraint.minValue())
                  .put("max_value", constraint.maxValue())
                  .put("rate", constraint.rate())
                  .putAxes("axis", constraint.axis()));

  static final KerasCodec<NonNeg> NON_NEG =
      KerasCodec.of("non_neg", NonNeg.class, config -> NonNeg.of(), (constraint, config) -> {});

  static final KerasCodec<UnitNorm> UNIT_NORM =
      KerasCodec.of(
          "unit_norm",
          UnitNorm.class,
          config -> new UnitNorm(config.axes("axis", FIRST_AXIS)),
          (constraint, config) -> config.putAxes("axis", constraint.axis()));

  private ConstraintCodecs() {}
}
