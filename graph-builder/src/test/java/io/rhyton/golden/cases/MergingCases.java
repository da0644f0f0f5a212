package io.rhyton.golden.cases;

import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.layer.Average;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dot;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GlobalAveragePooling1D;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.Maximum;
import io.rhyton.model.layer.Minimum;
import io.rhyton.model.layer.MultiInput;
import io.rhyton.model.layer.Multiply;
import io.rhyton.model.layer.Permute;
import io.rhyton.model.layer.Subtract;
import java.util.ArrayList;
import java.util.List;

/** The layers of {@code merging_cases.py}, each in a graph of its own. */
public final class MergingCases {
  private static final String FRONT = "front";

  /** A layer between a sequence and the merging layer, named after the input that it provides. */
  private static final LayerSpec MEAN = LayerSpec.of("mean", GlobalAveragePooling1D.of(), FRONT);

  private static final LayerSpec OTHER = LayerSpec.of("other", Dense.of(4), FRONT);

  private MergingCases() {}

  public static void addTo(LayerCases cases) {
    addElementwise(cases, "average", Average.of());
    addElementwise(cases, "maximum", Maximum.of());
    addElementwise(cases, "minimum", Minimum.of());
    addElementwise(cases, "multiply", Multiply.of());
    cases.add("subtract", vectors(Subtract.of(), 2));
    cases.add("subtract_broadcast", sequences(Subtract.of(), List.of(MEAN), "mean", FRONT));
    cases.add("dot", vectors(Dot.of(1), 2));
    cases.add("dot_normalized", vectors(Dot.of(-1).normalize(true), 2));
    cases.add("dot_sequences", pair(Dot.of(2)));
    cases.add("dot_sequences_steps", pair(Dot.of(1)));
    cases.add(
        "dot_sequences_axes",
        sequences(
            Dot.of(2, 1),
            List.of(LayerSpec.of("turned", Permute.of(2, 1), FRONT)),
            FRONT,
            "turned"));
    cases.add("dot_sequences_normalized", pair(Dot.of(-1).normalize(true)));
    cases.add("dot_ranks", sequences(Dot.of(2, 1), List.of(MEAN), FRONT, "mean"));
    cases.add("dot_ranks_turned", sequences(Dot.of(1, 2), List.of(MEAN), "mean", FRONT));
  }

  private static void addElementwise(LayerCases cases, String name, MultiInput merge) {
    cases.add(name, vectors(merge, 2));
    cases.add(name + "_three", vectors(merge, 3));
    cases.add(name + "_broadcast", ones(merge));
    cases.add(name + "_ranks", sequences(merge, List.of(MEAN), "mean", FRONT));
  }

  private static ModelSpec pair(Dot dot) {
    return sequences(dot, List.of(OTHER), FRONT, "other");
  }

  /** An axis of size 1 in each input, for broadcasting. */
  static ModelSpec ones(MultiInput merge) {
    return sequences(
        merge,
        List.of(
            LayerSpec.of("mean", GlobalAveragePooling1D.of().keepdims(true), FRONT),
            LayerSpec.of("narrow", Dense.of(1), FRONT)),
        "narrow",
        "mean");
  }

  static ModelSpec vectors(MultiInput merge, int count) {
    List<LayerSpec> layers = new ArrayList<>();
    layers.add(LayerSpec.of("input", InputLayer.vector(5)));
    layers.add(LayerSpec.of(FRONT, Dense.of(3).useBias(false), "input"));
    List<String> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      inputs.add("input_" + i);
      layers.add(LayerSpec.of(inputs.get(i), Dense.of(3), FRONT));
    }
    layers.add(merged(merge, inputs));
    return graph(layers);
  }

  private static ModelSpec sequences(MultiInput merge, List<LayerSpec> between, String... inputs) {
    List<LayerSpec> layers = new ArrayList<>();
    layers.add(LayerSpec.of("input", InputLayer.sequence(6, 3)));
    layers.add(LayerSpec.of(FRONT, Dense.of(4).useBias(false), "input"));
    layers.addAll(between);
    layers.add(merged(merge, List.of(inputs)));
    layers.add(LayerSpec.of("rows", Flatten.of(), LayerCases.TESTED));
    return graph(layers);
  }

  private static LayerSpec merged(Layer merge, List<String> inputs) {
    return LayerSpec.of(LayerCases.TESTED, merge, inputs.toArray(String[]::new));
  }

  private static ModelSpec graph(List<LayerSpec> layers) {
    return new ModelSpec(
        "golden",
        ModelType.FUNCTIONAL,
        layers,
        List.of("input"),
        List.of(LayerOutput.of(layers.get(layers.size() - 1).name())));
  }
}
