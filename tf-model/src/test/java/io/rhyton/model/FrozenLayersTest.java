package io.rhyton.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.shape.Image;
import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrozenLayersTest {
  private static final ModelSpec CHAIN =
      Sequential.image(4, 4, 1)
          .add(Conv2D.of(2, 3))
          .add(BatchNormalization.of())
          .add(Dropout.of(0.5))
          .add(Flatten.of())
          .add(Dense.of(2))
          .build("chain");

  private static final ModelSpec NESTED =
      Sequential.image(4, 4, 1)
          .add("block", NestedModel.vector(CHAIN))
          .add("head", Dense.of(3))
          .build("nested");

  private static List<String> learning(ModelSpec model) {
    return model.resolve().weights().stream()
        .filter(WeightSpec::trainable)
        .map(WeightSpec::name)
        .filter(name -> !name.endsWith("bias") && !name.endsWith("beta"))
        .toList();
  }

  @Test
  void layersAreFrozenByName() {
    ModelSpec frozen = CHAIN.freeze("conv2d", "dense");
    assertThat(learning(frozen)).containsExactly("batch_normalization/gamma");
    assertThat(learning(frozen.unfreeze("dense")))
        .containsExactly("batch_normalization/gamma", "dense/kernel");
    assertThat(frozen.unfreeze("conv2d", "dense")).isEqualTo(CHAIN);
  }

  @Test
  void layersAreFrozenByPredicate() {
    ModelSpec frozen = CHAIN.freeze(layer -> layer.layer() instanceof BatchNormalization);
    assertThat(learning(frozen)).containsExactly("conv2d/kernel", "dense/kernel");
    assertThat(frozen).isEqualTo(CHAIN.freeze("batch_normalization"));
    assertThat(frozen.unfreeze(layer -> layer.name().startsWith("batch"))).isEqualTo(CHAIN);
  }

  @Test
  void allLayersAreFrozenAtOnce() {
    assertThat(learning(CHAIN.freeze())).isEmpty();
    assertThat(CHAIN.freeze()).isEqualTo(CHAIN.freeze("conv2d", "batch_normalization", "dense"));
    assertThat(CHAIN.freeze().unfreeze()).isEqualTo(CHAIN);
    assertThat(CHAIN.freeze(new String[0])).isEqualTo(CHAIN);
    assertThat(learning(NESTED.freeze())).isEmpty();
  }

  @Test
  void aLayerIsFrozenWithEverythingItDependsOn() {
    assertThat(learning(CHAIN.freezeUpTo("flatten"))).containsExactly("dense/kernel");
    assertThat(learning(CHAIN.freezeUpTo("conv2d")))
        .containsExactly("batch_normalization/gamma", "dense/kernel");
  }

  @Test
  void anIndependentBranchStaysTrainable() {
    Node<Image> image = Functional.image(4, 4, 1);
    Node<Image> left = image.then("left", Conv2D.of(1, 1));
    Node<Image> right = image.then("right", Conv2D.of(1, 1));
    Node<Image> deeper = left.then("deeper", Conv2D.of(1, 1));
    ModelSpec spec = Functional.build("branches", image, Add.of(deeper, right));
    assertThat(learning(spec.freezeUpTo("deeper"))).containsExactly("right/kernel");
    assertThat(learning(spec.freezeUpTo("add"))).isEmpty();
  }

  @Test
  void nestedLayersAreFrozenByPath() {
    assertThat(learning(NESTED.freeze("block"))).containsExactly("head/kernel");
    assertThat(learning(NESTED.freeze("block/conv2d")))
        .containsExactly("block/batch_normalization/gamma", "block/dense/kernel", "head/kernel");
    assertThat(learning(NESTED.freezeUpTo("block/batch_normalization")))
        .containsExactly("block/dense/kernel", "head/kernel");
    assertThat(NESTED.freeze(layer -> layer.layer() instanceof BatchNormalization))
        .isEqualTo(NESTED.freeze("block/batch_normalization"));
  }

  @Test
  void singleLayersOfAFrozenModelCanBeUnfrozen() {
    ModelSpec frozen = NESTED.freeze("block");
    assertThat(learning(frozen.unfreeze("block/dense")))
        .containsExactly("block/dense/kernel", "head/kernel");
    assertThat(learning(frozen.unfreeze(layer -> !(layer.layer() instanceof BatchNormalization))))
        .containsExactly("block/conv2d/kernel", "block/dense/kernel", "head/kernel");
  }

  @Test
  void unfreezingANestedModelUnfreezesAllItsLayers() {
    assertThat(NESTED.freeze("block/conv2d").freeze("block").unfreeze("block")).isEqualTo(NESTED);
  }

  @Test
  void anUnknownNameIsReportedWithTheClosestOnes() {
    assertThatThrownBy(() -> CHAIN.freeze("conv2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "model 'chain' has no layer named 'conv2'; the closest names are [conv2d, dense,"
                + " dropout]");
    assertThatThrownBy(() -> CHAIN.freezeUpTo("drop_out"))
        .hasMessageContaining("no layer named 'drop_out'; the closest names are [dropout, ");
    assertThatThrownBy(() -> NESTED.unfreeze("block/dense_1"))
        .hasMessageContaining(
            "model 'chain' has no layer named 'dense_1'; the closest names are [dense,");
    assertThatThrownBy(() -> NESTED.freeze("head/dense"))
        .hasMessage("layer 'head' is not a nested model, but a Dense");
  }
}
