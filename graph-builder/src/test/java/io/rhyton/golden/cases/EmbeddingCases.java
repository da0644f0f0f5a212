package io.rhyton.golden.cases;

import io.rhyton.model.LayerSpec;
import io.rhyton.model.layer.Embedding;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.LSTM;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.NonNeg;

/** The layers of {@code embedding_cases.py}. */
public final class EmbeddingCases {
  private EmbeddingCases() {}

  public static void addTo(LayerCases cases) {
    Embedding plain = Embedding.of(5, 3);
    add(cases, "embedding", plain, Flatten.of());
    add(cases, "embedding_lstm", plain, LSTM.of(2));
    add(
        cases,
        "embedding_penalties",
        plain.embeddingsRegularizer(L2.of(0.01)).activityRegularizer(L2.of(0.01)),
        Flatten.of());
  }

  /** A layer with weight constraints. */
  public static void addConstrainedTo(LayerCases cases) {
    Embedding bound = Embedding.of(5, 3).embeddingsConstraint(NonNeg.of());
    add(cases, "embedding_constraint", bound, Flatten.of());
  }

  private static void add(LayerCases cases, String name, Embedding layer, Layer after) {
    cases.add(
        name,
        LayerSpec.of("input", InputLayer.indices(4)),
        LayerSpec.of(LayerCases.TESTED, layer, "input"),
        LayerSpec.of("rows", after, LayerCases.TESTED));
  }
}
