package io.rhyton.model.layer;

import static io.rhyton.model.InvalidArguments.wrong;
import static io.rhyton.model.layer.Reduction.Operator.MAX;
import static io.rhyton.model.layer.Reduction.Operator.MEAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.error.SpecException;
import io.rhyton.model.Functional;
import io.rhyton.model.Node;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Sizes;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

/** The shapes that reductions return or reject. */
class ReductionTest {
  private static final Node<Image> IMAGE = Functional.image("image", 4, 6, 2);

  @Test
  void theReducedAxesAreRemoved() {
    assertShape(IMAGE.then(Reduction.vector(MEAN, 1, 2)), 2);
    assertShape(IMAGE.then(Reduction.vector(MEAN, -1, -3)), 6);
    assertShape(IMAGE.then(Reduction.sequence(MAX, 2)), 4, 2);
  }

  @Test
  void theReducedAxesRemainWithASizeOfOne() {
    assertShape(IMAGE.then(Reduction.image(MAX, -1).keepdims(true)), 4, 6, 1);
    assertShape(IMAGE.then(Reduction.image(MAX, 1, 2, 3).keepdims(true)), 1, 1, 1);
  }

  @Test
  void theOtherAxesMayHaveAnySize() {
    Node<Image> any = Functional.image("any", Sizes.ANY, Sizes.ANY, 3);
    assertShape(any, any.then(Reduction.sequence(MEAN, 1)), Sizes.ANY, 3);
  }

  private static void assertShape(Node<?> output, long... sizes) {
    assertShape(IMAGE, output, sizes);
  }

  private static void assertShape(Node<?> input, Node<?> output, long... sizes) {
    Shape shape = Functional.build("model", input, output).resolve().outputShape();
    assertThat(shape.tail().asArray()).containsExactly(sizes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4, 1    | input that has the axes [4, 1] after the batch, got [?, 4, 6, 2]. Use axes that the input has, once each.
          -4, 1   | input that has the axes [-4, 1] after the batch, got [?, 4, 6, 2]. Use axes that the input has, once each.
          1, -3   | input that has the axes [1, -3] after the batch, got [?, 4, 6, 2]. Use axes that the input has, once each.
          1, 2, 3 | input with an axis that remains, got [?, 4, 6, 2]. Set keepdims(true).
          """)
  void axesThatTheInputDoesNotHaveAreRejected(String axes, String message) {
    List<Integer> numbers = Stream.of(axes.split(", ", -1)).map(Integer::valueOf).toList();
    Node<Image> output = IMAGE.then("layer", new Reduction<Image>(MEAN, numbers, false));
    assertThatThrownBy(() -> Functional.build("model", IMAGE, output))
        .isInstanceOf(SpecException.class)
        .hasMessage("Layer 'layer' (Mean): expected " + message);
  }

  @ParameterizedTest
  @MethodSource("wrongArguments")
  void wrongAxesAreRejected(ThrowingCallable make, String message) {
    assertThatThrownBy(make).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  static Stream<Arguments> wrongArguments() {
    String axes = "axes must contain different axes other than the batch, 0, got ";
    return Stream.of(
        wrong(() -> Reduction.vector(MEAN), axes + "[]"),
        wrong(() -> Reduction.vector(MEAN, 0, 1), axes + "[0, 1]"),
        wrong(() -> Reduction.vector(MEAN, 1, 1), axes + "[1, 1]"));
  }
}
