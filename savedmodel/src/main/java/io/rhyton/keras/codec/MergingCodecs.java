package io.rhyton.keras.codec;

import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.Average;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Dot;
import io.rhyton.model.layer.Maximum;
import io.rhyton.model.layer.Minimum;
import io.rhyton.model.layer.Multiply;
import io.rhyton.model.layer.Subtract;
import java.util.List;
import java.util.function.Supplier;

/** Codecs for layers with several inputs. */
final class MergingCodecs {
  static final KerasCodec<Add> ADD = plain(Add.class, Add::of);
  static final KerasCodec<Average> AVERAGE = plain(Average.class, Average::of);
  static final KerasCodec<Maximum> MAXIMUM = plain(Maximum.class, Maximum::of);
  static final KerasCodec<Minimum> MINIMUM = plain(Minimum.class, Minimum::of);
  static final KerasCodec<Multiply> MULTIPLY = plain(Multiply.class, Multiply::of);
  static final KerasCodec<Subtract> SUBTRACT = plain(Subtract.class, Subtract::of);

  static final KerasCodec<Concatenate> CONCATENATE =
      KerasCodec.of(
          "Concatenate",
          Concatenate.class,
          config -> new Concatenate(config.integer("axis", -1)),
          (layer, config) -> config.put("axis", layer.axis()));

  static final KerasCodec<Dot> DOT =
      KerasCodec.of(
          "Dot",
          Dot.class,
          config -> new Dot(config.axes("axes", List.of()), config.flag("normalize", false)),
          (layer, config) ->
              config.putAxes("axes", layer.axes()).put("normalize", layer.normalize()));

  private MergingCodecs() {}

  /** Returns a codec for a layer without options. */
  private static <T> KerasCodec<T> plain(Class<T> type, Supplier<T> layer) {
    return KerasCodec.of(type.getSimpleName(), type, config -> layer.get(), (value, config) -> {});
  }
}
