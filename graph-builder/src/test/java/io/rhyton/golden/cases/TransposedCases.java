package io.rhyton.golden.cases;

import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Conv2DTranspose;
import org.tensorflow.ndarray.Shape;

/** The layers of {@code transposed_cases.py}. */
public final class TransposedCases {
  private static final String NAME = "conv2d_transpose_";
  private static final Shape SMALL = Shape.of(3, 2, 3);

  private TransposedCases() {}

  public static void addTo(LayerCases cases) {
    Conv2DTranspose two = Conv2DTranspose.of(2, 2);
    Conv2DTranspose three = Conv2DTranspose.of(2, 3);
    Conv2DTranspose twoByThree = Conv2DTranspose.of(2, 2, 3);
    cases.add(NAME + "valid", SMALL, three);
    cases.add(NAME + "same", SMALL, twoByThree.padding(SAME));
    cases.add(NAME + "strides_2_valid", SMALL, three.strides(2));
    cases.add(NAME + "strides_2_same", SMALL, three.strides(2).padding(SAME));
    cases.add(NAME + "strides_2x1_same", SMALL, twoByThree.strides(2, 1).padding(SAME));
    cases.add(NAME + "strides_3_of_kernel_2", SMALL, two.strides(3));
    cases.add(NAME + "strides_3_of_kernel_2_same", SMALL, two.strides(3).padding(SAME));
    cases.add(NAME + "dilation_2_valid", SMALL, three.dilationRate(2));
    cases.add(
        NAME + "dilation_2x3_same",
        SMALL,
        Conv2DTranspose.of(2, 3, 2).dilationRate(2, 3).padding(SAME));
    cases.add(NAME + "dilation_1x2_valid", SMALL, twoByThree.dilationRate(1, 2));
    cases.add(NAME + "no_bias", SMALL, three.useBias(false));
    cases.add(
        NAME + "relu", SMALL, two.strides(2).padding(SAME).activation(ActivationFunction.RELU));
    outputPadding(cases);
  }

  private static void outputPadding(LayerCases cases) {
    Conv2DTranspose three = Conv2DTranspose.of(2, 3).strides(2);
    cases.add(NAME + "output_padding_valid", SMALL, three.outputPadding(1));
    cases.add(NAME + "output_padding_0_same", SMALL, three.outputPadding(0).padding(SAME));
    cases.add(
        NAME + "output_padding_1x2_same",
        SMALL,
        Conv2DTranspose.of(2, 2).strides(2, 3).outputPadding(1, 2).padding(SAME));
  }
}
