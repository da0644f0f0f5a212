package io.rhyton.applications;

import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.SeparableConv2D;
import java.util.List;
import java.util.Objects;

/**
 * Xception: separable convolutions with residual connections.
 *
 * <pre>{@code
 * ModelSpec body = Applications.xception().includeTop(false).pooling(Pooling.AVG).build();
 * }</pre>
 *
 * <p>Source: {@code keras/src/applications/xception.py}, Keras 3.15; Chollet, "Xception: Deep
 * Learning with Depthwise Separable Convolutions", CVPR 2017.
 *
 * @param options the options that all applications have
 */
public record Xception(ApplicationOptions options) implements Application<Xception> {
  private static final String FILE =
      "https://storage.googleapis.com/tensorflow/keras-applications/xception/"
          + "xception_weights_tf_dim_ordering_tf_kernels";
  private static final int SIDE = 299;
  private static final int LEAST = 71;
  private static final int MIDDLE_FILTERS = 728;

  public Xception {
    Objects.requireNonNull(options, "options");
  }

  /** Creates the network. */
  public static Xception of() {
    return new Xception(ApplicationOptions.of());
  }

  @Override
  public Xception options(ApplicationOptions options) {
    return new Xception(options);
  }

  @Override
  public ModelSpec build() {
    Features x = Features.input(options.requireInput(SIDE, LEAST));
    x = x.then("block1_conv1", Conv2D.of(32, 3).strides(2).useBias(false));
    x = activated(normalized(x, "block1_conv1"), "block1_conv1");
    x = x.then("block1_conv2", Conv2D.of(64, 3).useBias(false));
    x = activated(normalized(x, "block1_conv2"), "block1_conv2");
    x = shrunk(x, 2, 128, 128);
    x = shrunk(x, 3, 256, 256);
    x = shrunk(x, 4, MIDDLE_FILTERS, MIDDLE_FILTERS);
    for (int number = 5; number <= 12; number++) {
      x = middle(x, number);
    }
    x = shrunk(x, 13, MIDDLE_FILTERS, 1024);
    x = activated(separable(x, "block14_sepconv1", 1536), "block14_sepconv1");
    x = activated(separable(x, "block14_sepconv2", 2048), "block14_sepconv2");
    String name = options.nameOr("xception");
    return options.includeTop()
        ? Top.classifier(name, x, 0, Top.dense(options))
        : Top.pooledUnnamed(name, options, x);
  }

  /** A block that halves height and width; the first one begins without an activation. */
  private static Features shrunk(Features x, int number, int firstFilters, int filters) {
    String prefix = "block" + number + "_";
    Features residual =
        x.then(Conv2D.of(filters, 1).strides(2).padding(SAME).useBias(false))
            .then(BatchNormalization.of());
    Features first =
        separable(
            number == 2 ? x : activated(x, prefix + "sepconv1"), prefix + "sepconv1", firstFilters);
    Features second =
        separable(activated(first, prefix + "sepconv2"), prefix + "sepconv2", filters)
            .then(prefix + "pool", MaxPooling2D.of(3).strides(2).padding(SAME));
    return Features.merge(Add.of(), List.of(second, residual));
  }

  private static Features middle(Features x, int number) {
    Features y = x;
    for (int i = 1; i <= 3; i++) {
      String name = "block" + number + "_sepconv" + i;
      y = separable(activated(y, name), name, MIDDLE_FILTERS);
    }
    return Features.merge(Add.of(), List.of(y, x));
  }

  private static Features separable(Features x, String name, int filters) {
    return normalized(
        x.then(name, SeparableConv2D.of(filters, 3).padding(SAME).useBias(false)), name);
  }

  private static Features normalized(Features x, String name) {
    return x.then(name + "_bn", BatchNormalization.of());
  }

  private static Features activated(Features x, String name) {
    return x.then(name + "_act", Activation.of(ActivationFunction.RELU));
  }

  @Override
  public PreprocessingMode preprocessingMode() {
    return PreprocessingMode.TF;
  }

  @Override
  public PretrainedFile imageNetFile() {
    return options.includeTop()
        ? PretrainedFile.of(FILE, ".h5", "0a58e3b7378bc2990ea3b43d5981f1f6")
        : PretrainedFile.of(FILE, "_notop.h5", "b0042744bf5b25fce3cb969f33bebb97");
  }
}
