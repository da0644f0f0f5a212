package io.rhyton.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiling chains whose ranks match, and chains whose ranks do not. */
class TypedRanksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sequential.image(32, 32, 3).add(Conv2D.of(8,"
            + " 3)).add(Flatten.of()).add(Dense.of(2)).build(\"m\")",
        "Sequential.image(8, 8, 1).add(GlobalAveragePooling2D.of()).add(Dense.of(2)).build(\"m\")",
        "Sequential.image(8, 8, 1).add(GlobalMaxPooling2D.of().keepdims(true)).add(Conv2D.of(2,"
            + " 1)).build(\"m\")",
        "Sequential.sequence(9, 4).add(Conv1D.of(2, 3)).add(Flatten.of()).build(\"m\")",
        "Sequential.image(8, 8, 1).add(Conv2DTranspose.of(2, 3)).add(DepthwiseConv2D.of(3))"
            + ".add(SeparableConv2D.of(2, 3)).build(\"m\")",
        "Sequential.sequence(9, 4).add(MaxPooling1D.of(2)).add(GlobalAveragePooling1D.of())"
            + ".add(Dense.of(1)).build(\"m\")",
        "Sequential.sequence(9,"
            + " 4).add(Dropout.of(0.5)).add(Flatten.of()).add(Dense.of(1)).build(\"m\")",
        "Sequential.vector(4).add(Dropout.of(0.5)).add(Flatten.of()).add(Dense.of(1)).build(\"m\")",
        "Sequential.vector(8).add(Reshape.image(2, 2, 2)).add(Conv2D.of(2, 1)).build(\"m\")",
        "Sequential.vector(4).add(RepeatVector.of(3)).add(UpSampling1D.of()).build(\"m\")",
        "Sequential.image(8, 8, 1).add(Dropout.of(0.5)).add(\"c\", Conv2D.of(2, 3)).build(\"m\")",
        "Sequential.from(Sequential.vector(4).build(\"m\"), FeatureVector.class).add(Dense.of(1)).build("
            + "\"m\")",
      })
  void matchingRanksCompile(String expression) {
    assertThat(Compilation.errorsOf(expression)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sequential.image(32, 32, 3).add(Dense.of(10)).build(\"m\")",
        "Sequential.image(32, 32, 3).add(\"d\", Dense.of(10)).build(\"m\")",
        "Sequential.image(32, 32, 3).add(Flatten.of()).add(Conv2D.of(8, 3)).build(\"m\")",
        "Sequential.image(32, 32,"
            + " 3).add(GlobalAveragePooling2D.of()).add(MaxPooling2D.of(2)).build(\"m\")",
        "Sequential.image(8, 8, 1).add(GlobalMaxPooling2D.of().keepdims(true)).add(Dense.of("
            + "2)).build(\"m\")",
        "Sequential.image(8, 8, 1).add(MaxPooling1D.of(2)).build(\"m\")",
        "Sequential.sequence(9, 4).add(MaxPooling2D.of(2)).build(\"m\")",
        "Sequential.sequence(9, 4).add(DepthwiseConv2D.of(2)).build(\"m\")",
        "Sequential.image(8, 8, 1).add(Conv1D.of(2, 3)).build(\"m\")",
        "Sequential.sequence(9, 4).add(Dense.of(1)).build(\"m\")",
        "Sequential.sequence(9, 4).add(Conv2D.of(8, 3)).build(\"m\")",
        "Sequential.vector(4).add(Conv2D.of(8, 3)).build(\"m\")",
        "Sequential.vector(8).add(Reshape.image(2, 2, 2)).add(Dense.of(2)).build(\"m\")",
        "Sequential.image(8, 8, 1).add(RepeatVector.of(3)).build(\"m\")",
        "Sequential.vector(4).add(AveragePooling2D.of(2)).build(\"m\")",
        "Sequential.vector(4).add(Dropout.of(0.5)).add(GlobalAveragePooling2D.of()).build(\"m\")",
        "Sequential.from(Sequential.vector(4).build(\"m\"), FeatureVector.class).add(Conv2D.of(1, 1))",
      })
  void mismatchedRanksDoNotCompile(String expression) {
    assertThat(Compilation.errorsOf(expression))
        .singleElement()
        .asString()
        .contains("no suitable method found for add");
  }

  @Test
  void anArrayForASquareKernelDoesNotCompile() {
    assertThat(
            Compilation.errorsOf(
                "Sequential.image(8, 8, 3).add(Conv2D.of(8, new int[] {3, 3})).build(\"m\")"))
        .isNotEmpty();
  }

  @Test
  void aStringForAnActivationDoesNotCompile() {
    assertThat(
            Compilation.errorsOf(
                "Sequential.vector(4).add(Dense.of(8).activation(\"relu\")).build(\"m\")"))
        .isNotEmpty();
  }
}
