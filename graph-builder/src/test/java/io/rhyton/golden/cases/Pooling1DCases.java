package io.rhyton.golden.cases;

import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.layer.AveragePooling1D;
import io.rhyton.model.layer.MaxPooling1D;
import org.tensorflow.ndarray.Shape;

/** The layers of {@code pooling1d_cases.py}. */
public final class Pooling1DCases {
  private static final Shape LONG = Shape.of(7, 2);

  private Pooling1DCases() {}

  public static void addTo(LayerCases cases) {
    max(cases);
    average(cases);
  }

  private static void max(LayerCases cases) {
    String name = "max_pooling1d_";
    cases.add(name + "valid", LONG, MaxPooling1D.of(2));
    cases.add(name + "same", LONG, MaxPooling1D.of(2).padding(SAME));
    cases.add(name + "overlapping_valid", LONG, MaxPooling1D.of(3).strides(2));
    cases.add(name + "strides_1_same", LONG, MaxPooling1D.of(3).strides(1).padding(SAME));
    cases.add(name + "gaps_same", LONG, MaxPooling1D.of(2).strides(3).padding(SAME));
    cases.add(name + "wide_same", LONG, MaxPooling1D.of(9).strides(2).padding(SAME));
  }

  private static void average(LayerCases cases) {
    String name = "average_pooling1d_";
    cases.add(name + "valid", LONG, AveragePooling1D.of(2));
    cases.add(name + "same", LONG, AveragePooling1D.of(2).padding(SAME));
    cases.add(name + "overlapping_valid", LONG, AveragePooling1D.of(3).strides(2));
    cases.add(name + "strides_1_same", LONG, AveragePooling1D.of(3).strides(1).padding(SAME));
    cases.add(name + "gaps_same", LONG, AveragePooling1D.of(2).strides(3).padding(SAME));
    cases.add(name + "wide_same", LONG, AveragePooling1D.of(9).strides(2).padding(SAME));
  }
}
