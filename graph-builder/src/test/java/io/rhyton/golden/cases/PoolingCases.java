package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.IMAGE;
import static io.rhyton.golden.cases.LayerCases.ODD_IMAGE;
import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.MaxPooling2D;
import org.tensorflow.ndarray.Shape;

/** The layers of {@code pooling_cases.py}. */
public final class PoolingCases {
  private PoolingCases() {}

  public static void addTo(LayerCases cases) {
    max(cases);
    average(cases);
  }

  private static void max(LayerCases cases) {
    String name = "max_pooling2d_";
    cases.add(name + "even", Shape.of(4, 6, 3), MaxPooling2D.of(2));
    cases.add(name + "valid", ODD_IMAGE, MaxPooling2D.of(2));
    cases.add(name + "same", ODD_IMAGE, MaxPooling2D.of(2).padding(SAME));
    cases.add(name + "2x3_valid", ODD_IMAGE, MaxPooling2D.of(2, 3));
    cases.add(name + "overlapping_valid", ODD_IMAGE, MaxPooling2D.of(3).strides(2));
    cases.add(name + "overlapping_same", ODD_IMAGE, MaxPooling2D.of(3).strides(2).padding(SAME));
    cases.add(name + "strides_1_same", IMAGE, MaxPooling2D.of(3).strides(1).padding(SAME));
    cases.add(name + "wide_same", IMAGE, MaxPooling2D.of(7).strides(2).padding(SAME));
    cases.add(name + "gaps_valid", ODD_IMAGE, MaxPooling2D.of(2).strides(3));
    cases.add(name + "gaps_same", ODD_IMAGE, MaxPooling2D.of(2).strides(3).padding(SAME));
    cases.add(
        name + "2x3_strides_1x2_same",
        ODD_IMAGE,
        MaxPooling2D.of(2, 3).strides(1, 2).padding(SAME));
  }

  private static void average(LayerCases cases) {
    String name = "average_pooling2d_";
    cases.add(name + "even", Shape.of(4, 6, 3), AveragePooling2D.of(2));
    cases.add(name + "valid", ODD_IMAGE, AveragePooling2D.of(2));
    cases.add(name + "same", ODD_IMAGE, AveragePooling2D.of(2).padding(SAME));
    cases.add(name + "2x3_valid", ODD_IMAGE, AveragePooling2D.of(2, 3));
    cases.add(name + "overlapping_valid", ODD_IMAGE, AveragePooling2D.of(3).strides(2));
    cases.add(
        name + "overlapping_same", ODD_IMAGE, AveragePooling2D.of(3).strides(2).padding(SAME));
    cases.add(name + "strides_1_same", IMAGE, AveragePooling2D.of(3).strides(1).padding(SAME));
    cases.add(name + "wide_same", IMAGE, AveragePooling2D.of(7).strides(2).padding(SAME));
    cases.add(name + "gaps_valid", ODD_IMAGE, AveragePooling2D.of(2).strides(3));
    cases.add(name + "gaps_same", ODD_IMAGE, AveragePooling2D.of(2).strides(3).padding(SAME));
    cases.add(
        name + "2x3_strides_1x2_same",
        ODD_IMAGE,
        AveragePooling2D.of(2, 3).strides(1, 2).padding(SAME));
  }
}
