package io.rhyton.golden.cases;

import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.MultiHeadAttention;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.MaxNorm;
import io.rhyton.model.weight.NonNeg;
import java.util.ArrayList;
import java.util.List;

/** The layers of {@code attention_cases.py}. */
public final class AttentionCases {
  private AttentionCases() {}

  public static void addTo(LayerCases cases) {
    MultiHeadAttention plain = MultiHeadAttention.of(2, 2);
    MultiHeadAttention causal = plain.useCausalMask(true);
    cases.add("multi_head_attention", toItself(plain));
    cases.add("multi_head_attention_causal", toItself(causal));
    cases.add("multi_head_attention_other", toOther(plain, "other"));
    cases.add("multi_head_attention_other_causal", toOther(causal, "other"));
    cases.add("multi_head_attention_keys", toOther(plain, "other", "keys"));
    cases.add("multi_head_attention_value_dim", toItself(plain.valueDim(3)));
    cases.add("multi_head_attention_no_bias", toItself(plain.useBias(false)));
    cases.add("multi_head_attention_dropout", toItself(plain.dropout(0.4).seed(5)));
    cases.add("multi_head_attention_causal_dropout", toItself(causal.dropout(0.4).seed(5)));
    cases.add(
        "multi_head_attention_penalties",
        toItself(plain.kernelRegularizer(L2.of(0.01)).biasRegularizer(L2.of(0.01))));
  }

  /** A layer with weight constraints. */
  public static void addConstrainedTo(LayerCases cases) {
    cases.add(
        "multi_head_attention_constraints",
        toItself(
            MultiHeadAttention.of(2, 2)
                .kernelConstraint(MaxNorm.of().maxValue(0.5))
                .biasConstraint(NonNeg.of())));
  }

  private static ModelSpec toItself(MultiHeadAttention layer) {
    return model(new ArrayList<>(), layer, "front", "front");
  }

  private static ModelSpec toOther(MultiHeadAttention layer, String... others) {
    List<LayerSpec> before = new ArrayList<>();
    before.add(LayerSpec.of("left", dense(2), "sequence"));
    before.add(LayerSpec.of("right", dense(2), "sequence"));
    before.add(LayerSpec.of("other", Concatenate.of().axis(1), "left", "right"));
    List<String> inputs = new ArrayList<>(List.of("front"));
    inputs.addAll(List.of(others));
    if (inputs.contains("keys")) {
      before.add(LayerSpec.of("keys", dense(4), "other"));
    }
    return model(before, layer, inputs.toArray(new String[0]));
  }

  private static Layer dense(int units) {
    return Dense.of(units).useBias(false);
  }

  private static ModelSpec model(
      List<LayerSpec> layers, MultiHeadAttention layer, String... inputs) {
    layers.add(LayerSpec.of("sequence", InputLayer.sequence(4, 3)));
    layers.add(LayerSpec.of("front", dense(3), "sequence"));
    layers.add(LayerSpec.of(LayerCases.TESTED, layer, inputs));
    layers.add(LayerSpec.of("rows", Flatten.of(), LayerCases.TESTED));
    return new ModelSpec(
        "golden",
        ModelType.FUNCTIONAL,
        layers,
        List.of("sequence"),
        List.of(LayerOutput.of("rows")));
  }
}
