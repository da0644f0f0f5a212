package io.rhyton.golden.cases;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.shape.Padding;
import java.util.Map;

/** The models of {@code text_cases.py}. */
public final class SummaryCases {
  private SummaryCases() {}

  public static Map<String, ModelSpec> all() {
    return Map.of("cifar10", cifar10(), "every_layer", everyLayer(), "long_names", longNames());
  }

  private static ModelSpec cifar10() {
    return Sequential.image(32, 32, 3)
        .add(conv(32))
        .add(conv(32))
        .add(MaxPooling2D.of(2))
        .add(Dropout.of(0.2))
        .add(conv(64))
        .add(conv(64))
        .add(MaxPooling2D.of(2))
        .add(Dropout.of(0.3))
        .add(conv(128))
        .add(conv(128))
        .add(MaxPooling2D.of(2))
        .add(Dropout.of(0.4))
        .add(Flatten.of())
        .add(Dense.of(512).activation(RELU))
        .add(Dropout.of(0.5))
        .add(Dense.of(10).activation(SOFTMAX))
        .build("cifar10");
  }

  private static Conv2D conv(int filters) {
    return Conv2D.of(filters, 3).padding(Padding.SAME).activation(RELU);
  }

  private static ModelSpec everyLayer() {
    return Sequential.image(17, 16, 3)
        .add(Rescaling.of(1.0 / 255))
        .add(Conv2D.of(8, 3).useBias(false))
        .add(BatchNormalization.of())
        .add(Activation.of(RELU))
        .add(AveragePooling2D.of(2))
        .add(MaxPooling2D.of(2))
        .add(BatchNormalization.of().scale(false))
        .add(Dropout.of(0.1))
        .add(GlobalAveragePooling2D.of())
        .add(Flatten.of())
        .add(Dense.of(2))
        .build("every_layer");
  }

  private static ModelSpec longNames() {
    return Sequential.image(2000, 2000, 3)
        .add("a_name_of_22_character", Conv2D.of(9, 3))
        .add("a_name_of_23_characters", Conv2D.of(10, 3))
        .add("a_name_longer_than_the_column_it_is_in", Conv2D.of(100, 3))
        .add("a_name_of_exactly_31_characters", GlobalAveragePooling2D.of())
        .add("a_name_of_exactly_32_characters_", Dense.of(3))
        .build("long_names");
  }
}
