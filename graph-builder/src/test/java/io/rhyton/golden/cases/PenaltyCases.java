package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.IMAGE;
import static io.rhyton.golden.cases.LayerCases.VECTOR;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.ActivityRegularization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.weight.L1;
import io.rhyton.model.weight.L1L2;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.OrthogonalRegularizer;
import io.rhyton.model.weight.Regularizer;

/** The layers of {@code penalty_cases.py}. */
public final class PenaltyCases {
  private static final Dense DENSE = Dense.of(3);
  private static final Conv2D CONV = Conv2D.of(3, 2);

  private PenaltyCases() {}

  public static void addTo(LayerCases cases) {
    regularizers(cases);
    activityRegularizers(cases);
  }

  private static void regularizers(LayerCases cases) {
    Regularizer l1 = L1.of(0.02);
    Regularizer l1L2 = L1L2.of(0.01, 0.03);
    OrthogonalRegularizer rows = OrthogonalRegularizer.of().factor(0.2);
    cases.add("l1", VECTOR, DENSE.kernelRegularizer(l1).biasRegularizer(l1));
    cases.add("l1_l2", IMAGE, CONV.kernelRegularizer(l1L2).biasRegularizer(l1L2));
    cases.add("orthogonal_rows", VECTOR, DENSE.kernelRegularizer(rows));
    cases.add(
        "orthogonal_columns",
        VECTOR,
        DENSE.kernelRegularizer(rows.mode(OrthogonalRegularizer.Mode.COLUMNS)));
  }

  private static void activityRegularizers(LayerCases cases) {
    cases.add("activity_l1", VECTOR, DENSE.activityRegularizer(L1.of(0.02)));
    cases.add(
        "activity_l2",
        VECTOR,
        DENSE.activityRegularizer(L2.of(0.01)).activation(ActivationFunction.TANH));
    cases.add(
        "activity_orthogonal",
        VECTOR,
        DENSE.activityRegularizer(
            OrthogonalRegularizer.of().factor(0.2).mode(OrthogonalRegularizer.Mode.COLUMNS)));
    cases.add(
        "activity_l1_l2",
        IMAGE,
        CONV.activityRegularizer(L1L2.of(0.01, 0.03)).activation(ActivationFunction.ELU));
    cases.add("activity_regularization", VECTOR, ActivityRegularization.of().l1(0.03).l2(0.05));
    cases.add("activity_regularization_image", IMAGE, ActivityRegularization.of().l2(0.05));
  }
}
