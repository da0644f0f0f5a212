package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.IMAGE;
import static io.rhyton.golden.cases.LayerCases.SEQUENCE;
import static io.rhyton.golden.cases.LayerCases.SMALL_IMAGE;
import static io.rhyton.golden.cases.LayerCases.VECTOR;

import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.GroupNormalization;
import io.rhyton.model.layer.LayerNormalization;
import io.rhyton.model.layer.Normalization;
import io.rhyton.model.layer.RMSNormalization;
import io.rhyton.model.layer.UnitNormalization;
import io.rhyton.model.weight.L1;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.MaxNorm;
import io.rhyton.model.weight.NonNeg;
import java.util.List;

/** The layers of {@code normalization_cases.py}. */
public final class NormalizationCases {
  private NormalizationCases() {}

  public static void addTo(LayerCases cases) {
    batch(cases);
    layer(cases);
    group(cases);
    length(cases);
    known(cases);
  }

  private static void batch(LayerCases cases) {
    BatchNormalization batch = BatchNormalization.of();
    BatchNormalization plain = batch.center(false).scale(false);
    String name = "batch_normalization";
    cases.add(name, IMAGE, batch);
    cases.add(name + "_no_center", IMAGE, batch.center(false));
    cases.add(name + "_no_scale", IMAGE, batch.scale(false));
    cases.add(name + "_plain", IMAGE, plain);
    cases.add(name + "_options", IMAGE, batch.momentum(0.7).epsilon(0.1));
    cases.add(name + "_vector", VECTOR, batch);
    cases.add(name + "_vector_plain", VECTOR, plain);
    cases.add(name + "_vector_options", VECTOR, batch.momentum(0.5).epsilon(1e-5));
    cases.add(name + "_axis", IMAGE, batch.axis(1));
    cases.add(name + "_axis_2", IMAGE, batch.axis(-2).scale(false));
    cases.add(name + "_sequence_axis", SEQUENCE, batch.axis(1));
    cases.add(
        name + "_weights",
        VECTOR,
        batch.betaRegularizer(L1.of(0.02)).gammaRegularizer(L2.of(0.03)));
  }

  /** Layers with weight constraints. */
  public static void addConstrainedTo(LayerCases cases) {
    MaxNorm max = MaxNorm.of().maxValue(1.5);
    cases.add(
        "batch_normalization_constraints",
        VECTOR,
        BatchNormalization.of().betaConstraint(NonNeg.of()).gammaConstraint(max));
    cases.add(
        "layer_normalization_constraints",
        VECTOR,
        LayerNormalization.of().betaConstraint(NonNeg.of()).gammaConstraint(max));
    cases.add(
        "group_normalization_constraints",
        VECTOR,
        GroupNormalization.of().groups(2).betaConstraint(NonNeg.of()).gammaConstraint(max));
  }

  private static void layer(LayerCases cases) {
    LayerNormalization layer = LayerNormalization.of();
    String name = "layer_normalization";
    cases.add(name, VECTOR, layer);
    cases.add(name + "_no_center", VECTOR, layer.center(false));
    cases.add(name + "_no_scale", VECTOR, layer.scale(false));
    cases.add(name + "_plain", VECTOR, layer.center(false).scale(false));
    cases.add(name + "_epsilon", VECTOR, layer.epsilon(0.1));
    cases.add(name + "_image", SMALL_IMAGE, layer);
    cases.add(name + "_image_axis_2", SMALL_IMAGE, layer.axis(2));
    cases.add(name + "_image_axes", SMALL_IMAGE, layer.axis(1, 2, 3));
    cases.add(name + "_image_mixed_axes", SMALL_IMAGE, layer.axis(1, -1));
    cases.add(
        name + "_weights",
        VECTOR,
        layer.betaRegularizer(L1.of(0.02)).gammaRegularizer(L2.of(0.03)));
  }

  private static void group(LayerCases cases) {
    GroupNormalization two = GroupNormalization.of().groups(2);
    String name = "group_normalization";
    cases.add(name, VECTOR, two);
    cases.add(name + "_one", VECTOR, two.groups(1));
    cases.add(name + "_no_center", VECTOR, two.center(false));
    cases.add(name + "_no_scale", SEQUENCE, two.scale(false));
    cases.add(name + "_plain", VECTOR, two.center(false).scale(false));
    cases.add(name + "_epsilon", VECTOR, two.epsilon(0.1));
    cases.add(name + "_image", SMALL_IMAGE, two.groups(1));
    cases.add(name + "_image_each", SMALL_IMAGE, two.groups(-1));
    cases.add(name + "_axis", SMALL_IMAGE, two.axis(1));
    cases.add(name + "_axis_2", SMALL_IMAGE, two.groups(3).axis(-2));
    cases.add(name + "_axis_1_whole", IMAGE, two.groups(1).axis(1));
    cases.add(
        name + "_weights", VECTOR, two.betaRegularizer(L1.of(0.02)).gammaRegularizer(L2.of(0.03)));
  }

  private static void length(LayerCases cases) {
    UnitNormalization unit = UnitNormalization.of();
    cases.add("unit_normalization", VECTOR, unit);
    cases.add("unit_normalization_image", SMALL_IMAGE, unit);
    cases.add("unit_normalization_image_axes", SMALL_IMAGE, unit.axis(1, 2));
    RMSNormalization rms = RMSNormalization.of();
    cases.add("rms_normalization", VECTOR, rms);
    cases.add("rms_normalization_epsilon", VECTOR, rms.epsilon(0.1));
    cases.add("rms_normalization_image", SMALL_IMAGE, rms);
    cases.add("rms_normalization_image_axes", SMALL_IMAGE, rms.axis(2, 3));
  }

  private static void known(LayerCases cases) {
    Normalization weighted = Normalization.of();
    Normalization given = weighted.mean(0.1, -0.2, 0.3, 0).variance(0.5, 1.5, 0.25, 0.0625);
    Normalization number = weighted.mean(0.5).variance(4);
    String name = "normalization";
    cases.add(name, VECTOR, weighted);
    cases.add(name + "_invert", VECTOR, weighted.invert(true));
    cases.add(name + "_image", SMALL_IMAGE, weighted);
    cases.add(name + "_image_axes", SMALL_IMAGE, weighted.axis(3, 1));
    cases.add(name + "_no_axis", SMALL_IMAGE, weighted.axis(List.of()));
    cases.add(name + "_given", VECTOR, given);
    cases.add(name + "_given_invert", VECTOR, given.invert(true));
    cases.add(name + "_given_number", SMALL_IMAGE, number);
    cases.add(
        name + "_given_image", SMALL_IMAGE, weighted.axis(1).mean(0.1, -0.2).variance(0.5, 1.5));
    cases.add(name + "_given_no_axis", VECTOR, number.axis(List.of()));
  }
}
