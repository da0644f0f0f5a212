package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.SEQUENCE;
import static io.rhyton.model.shape.Padding.CAUSAL;
import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Conv1D;
import org.tensorflow.ndarray.Shape;

/** The layers of {@code convolution1d_cases.py}. */
public final class Convolution1DCases {
  private static final Shape LONG = Shape.of(7, 3);

  private Convolution1DCases() {}

  public static void addTo(LayerCases cases) {
    Conv1D three = Conv1D.of(2, 3);
    cases.add("conv1d_valid", SEQUENCE, three);
    cases.add("conv1d_same", SEQUENCE, Conv1D.of(2, 4).padding(SAME));
    cases.add("conv1d_causal", SEQUENCE, three.padding(CAUSAL));
    cases.add("conv1d_kernel_1", SEQUENCE, Conv1D.of(2, 1));
    cases.add("conv1d_strides_2_valid", LONG, three.strides(2));
    cases.add("conv1d_strides_2_same", SEQUENCE, three.strides(2).padding(SAME));
    cases.add("conv1d_strides_3_causal", LONG, three.strides(3).padding(CAUSAL));
    cases.add("conv1d_dilation_2_valid", LONG, three.dilationRate(2));
    cases.add("conv1d_dilation_2_same", SEQUENCE, Conv1D.of(2, 2).dilationRate(2).padding(SAME));
    cases.add("conv1d_dilation_3_causal", SEQUENCE, three.dilationRate(3).padding(CAUSAL));
    grouped(cases);
    cases.add("conv1d_relu", SEQUENCE, three.activation(ActivationFunction.RELU).padding(CAUSAL));
  }

  private static void grouped(LayerCases cases) {
    Conv1D four = Conv1D.of(4, 3);
    cases.add("conv1d_groups_2", SEQUENCE, four.groups(2).padding(SAME));
    cases.add(
        "conv1d_groups_2_dilation_2", SEQUENCE, four.groups(2).dilationRate(2).padding(CAUSAL));
    cases.add("conv1d_groups_4", SEQUENCE, four.groups(4).useBias(false));
  }
}
