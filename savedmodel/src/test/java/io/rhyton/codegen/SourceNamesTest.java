package io.rhyton.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceNamesTest {

  @Test
  void layerNamesThatAreInvalidInJavaAreChanged() {
    SourceNames names = new SourceNames(List.of("taken"));
    assertThat(
            List.of("conv2d_1", "my-layer.x", "1", "class", "taken", "Dense", "a_b", "aB").stream()
                .map(names::next))
        .containsExactly(
            "conv2d1", "myLayerX", "layer", "classLayer", "taken_2", "dense", "aB", "aB_2");
  }
}
