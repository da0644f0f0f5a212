package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.IMAGE;
import static io.rhyton.golden.cases.LayerCases.VECTOR;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.weight.MaxNorm;
import io.rhyton.model.weight.MinMaxNorm;
import io.rhyton.model.weight.NonNeg;
import io.rhyton.model.weight.UnitNorm;
import java.util.Map;

/** The layers of {@code constraint_cases.py}. */
public final class ConstraintCases {
  private static final Dense DENSE = Dense.of(3);
  private static final Conv2D CONV = Conv2D.of(3, 2);

  private ConstraintCases() {}

  public static Map<String, ModelSpec> all() {
    return LayerCases.of(ConstraintCases::addTo);
  }

  private static void addTo(LayerCases cases) {
    int[] perFilter = {0, 1, 2};
    MaxNorm max = MaxNorm.of();
    cases.add(
        "max_norm",
        VECTOR,
        DENSE.kernelConstraint(max.maxValue(0.7)).biasConstraint(max.maxValue(0.5)));
    cases.add("max_norm_last_axis", VECTOR, DENSE.kernelConstraint(max.maxValue(0.8).axis(-1)));
    cases.add("max_norm_filters", IMAGE, CONV.kernelConstraint(max.maxValue(0.9).axis(perFilter)));
    cases.add(
        "min_max_norm",
        VECTOR,
        DENSE
            .kernelConstraint(MinMaxNorm.of().minValue(0.6).maxValue(0.7))
            .biasConstraint(MinMaxNorm.of().maxValue(3).minValue(2).rate(0.25)));
    cases.add(
        "min_max_norm_filters",
        IMAGE,
        CONV.kernelConstraint(MinMaxNorm.of().maxValue(2).minValue(1.5).rate(0.5).axis(perFilter)));
    cases.add("non_neg", VECTOR, DENSE.kernelConstraint(NonNeg.of()).biasConstraint(NonNeg.of()));
    cases.add("unit_norm", VECTOR, DENSE.kernelConstraint(UnitNorm.of()));
    cases.add("unit_norm_filters", IMAGE, CONV.kernelConstraint(UnitNorm.of().axis(perFilter)));
    RecurrentCases.addConstrainedTo(cases);
    EmbeddingCases.addConstrainedTo(cases);
    AttentionCases.addConstrainedTo(cases);
    NormalizationCases.addConstrainedTo(cases);
  }
}
