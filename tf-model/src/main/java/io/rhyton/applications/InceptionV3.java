package io.rhyton.applications;

import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.MaxPooling2D;
import java.util.List;
import java.util.Objects;

/**
 * InceptionV3: blocks of parallel branches with convolutions of different sizes.
 *
 * <pre>{@code
 * ModelSpec body = Applications.inceptionV3().includeTop(false).pooling(Pooling.AVG).build();
 * }</pre>
 *
 * <p>Source: {@code keras/src/applications/inception_v3.py}, Keras 3.15; Szegedy et al.,
 * "Rethinking the Inception Architecture for Computer Vision", CVPR 2016.
 *
 * @param options the options that all applications have
 */
public record InceptionV3(ApplicationOptions options) implements Application<InceptionV3> {
  private static final String FILE =
      "https://storage.googleapis.com/tensorflow/keras-applications/inception_v3/"
          + "inception_v3_weights_tf_dim_ordering_tf_kernels";
  private static final int SIDE = 299;
  private static final int LEAST = 75;

  public InceptionV3 {
    Objects.requireNonNull(options, "options");
  }

  /** Creates the network. */
  public static InceptionV3 of() {
    return new InceptionV3(ApplicationOptions.of());
  }

  @Override
  public InceptionV3 options(ApplicationOptions options) {
    return new InceptionV3(options);
  }

  @Override
  public ModelSpec build() {
    Features x = Features.input(options.requireInput(SIDE, LEAST));
    x = conv(x, Conv2D.of(32, 3).strides(2));
    x = conv(x, Conv2D.of(32, 3));
    x = same(x, 64, 3, 3).then(MaxPooling2D.of(3).strides(2));
    x = conv(x, Conv2D.of(80, 1));
    x = conv(x, Conv2D.of(192, 3)).then(MaxPooling2D.of(3).strides(2));
    x = small(x, 32, 0);
    x = small(x, 64, 1);
    x = small(x, 64, 2);
    x = smallToMedium(x);
    x = medium(x, 128, 4);
    x = medium(x, 160, 5);
    x = medium(x, 160, 6);
    x = medium(x, 192, 7);
    x = mediumToLarge(x);
    x = large(x, 0);
    x = large(x, 1);
    String name = options.nameOr("inception_v3");
    return options.includeTop()
        ? Top.classifier(name, x, 0, Top.dense(options))
        : Top.pooledUnnamed(name, options, x);
  }

  /** A block with convolutions of 5 by 5, on images of 35 by 35 pixels. */
  private static Features small(Features x, int pooledFilters, int number) {
    Features pixel = same(x, 64, 1, 1);
    Features wide = same(same(x, 48, 1, 1), 64, 5, 5);
    Features twice = same(same(same(x, 64, 1, 1), 96, 3, 3), 96, 3, 3);
    return mixed("mixed" + number, pixel, wide, twice, pooled(x, pooledFilters));
  }

  private static Features smallToMedium(Features x) {
    Features once = conv(x, Conv2D.of(384, 3).strides(2));
    Features twice = same(same(x, 64, 1, 1), 96, 3, 3);
    twice = conv(twice, Conv2D.of(96, 3).strides(2));
    return mixed("mixed3", once, twice, x.then(MaxPooling2D.of(3).strides(2)));
  }

  /** A block with convolutions of 7 by 1 and 1 by 7, on images of 17 by 17 pixels. */
  private static Features medium(Features x, int filters, int number) {
    Features pixel = same(x, 192, 1, 1);
    Features once = same(same(same(x, filters, 1, 1), filters, 1, 7), 192, 7, 1);
    Features twice = same(same(same(x, filters, 1, 1), filters, 7, 1), filters, 1, 7);
    twice = same(same(twice, filters, 7, 1), 192, 1, 7);
    return mixed("mixed" + number, pixel, once, twice, pooled(x, 192));
  }

  private static Features mediumToLarge(Features x) {
    Features once = conv(same(x, 192, 1, 1), Conv2D.of(320, 3).strides(2));
    Features twice = same(same(same(x, 192, 1, 1), 192, 1, 7), 192, 7, 1);
    twice = conv(twice, Conv2D.of(192, 3).strides(2));
    return mixed("mixed8", once, twice, x.then(MaxPooling2D.of(3).strides(2)));
  }

  /** A block whose branches split once more, on images of 8 by 8 pixels. */
  private static Features large(Features x, int number) {
    Features pixel = same(x, 320, 1, 1);
    Features once = same(x, 384, 1, 1);
    once = mixed("mixed9_" + number, same(once, 384, 1, 3), same(once, 384, 3, 1));
    Features twice = same(same(x, 448, 1, 1), 384, 3, 3);
    List<Features> split = List.of(same(twice, 384, 1, 3), same(twice, 384, 3, 1));
    twice = Features.merge(Concatenate.of().axis(3), split);
    return mixed("mixed" + (9 + number), pixel, once, twice, pooled(x, 192));
  }

  private static Features mixed(String name, Features... branches) {
    return Features.merge(name, Concatenate.of().axis(3), List.of(branches));
  }

  private static Features pooled(Features x, int filters) {
    return same(x.then(AveragePooling2D.of(3).strides(1).padding(SAME)), filters, 1, 1);
  }

  private static Features same(Features x, int filters, int height, int width) {
    return conv(x, Conv2D.of(filters, height, width).padding(SAME));
  }

  private static Features conv(Features x, Conv2D conv) {
    return x.then(conv.useBias(false))
        .then(BatchNormalization.of().axis(3).scale(false))
        .then(Activation.of(ActivationFunction.RELU));
  }

  @Override
  public PreprocessingMode preprocessingMode() {
    return PreprocessingMode.TF;
  }

  @Override
  public PretrainedFile imageNetFile() {
    return options.includeTop()
        ? PretrainedFile.of(FILE, ".h5", "9a0d58056eeedaa3f26cb7ebd46da564")
        : PretrainedFile.of(FILE, "_notop.h5", "bcbd6486424b2319ff4ef7d526e38f63");
  }
}
