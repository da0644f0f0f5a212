package io.rhyton.applications;

import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Arithmetic;
import io.rhyton.model.layer.Arithmetic.Operator;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.GlobalMaxPooling2D;
import io.rhyton.model.layer.LayerNormalization;
import io.rhyton.model.layer.LayerScale;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.Normalization;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * ConvNeXt: residual blocks of a depthwise convolution and two dense layers. The model itself
 * standardizes pixel values from 0 to 255.
 *
 * <pre>{@code
 * ModelSpec body = Applications.convNeXtTiny().includeTop(false).pooling(Pooling.AVG).build();
 * }</pre>
 *
 * <p>Source: {@code keras/src/applications/convnext.py}, Keras 3.15; Liu et al., "A ConvNet for the
 * 2020s", CVPR 2022.
 *
 * @param size the size of the network
 * @param includePreprocessing whether the model takes RGB values from 0 to 255 and standardizes
 *     them
 * @param options the options that all applications have
 */
public record ConvNeXt(Size size, boolean includePreprocessing, ApplicationOptions options)
    implements Application<ConvNeXt> {
  private static final String FOLDER =
      "https://storage.googleapis.com/tensorflow/keras-applications/convnext/";
  private static final int SIDE = 224;
  private static final int LEAST = 32;
  private static final double LAYER_SCALE = 1e-6;

  public ConvNeXt {
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(options, "options");
  }

  /** The sizes of the network. */
  public enum Size {
    /** 28 million parameters. */
    TINY(
        96,
        9,
        "8ae6e78ce2933352b1ef4008e6dd2f17bc40771563877d156bc6426c7cf503ff",
        "d547c096cabd03329d7be5562c5e14798aa39ed24b474157cef5e85ab9e49ef1"),
    /** 50 million parameters. */
    SMALL(
        96,
        27,
        "ce1277d8f1ee5a0ef0e171469089c18f5233860ceaf9b168049cb9263fd7483c",
        "6fc8009faa2f00c1c1dfce59feea9b0745eb260a7dd11bee65c8e20843da6eab"),
    /** 88 million parameters. */
    BASE(
        128,
        27,
        "52cbb006d3dadd03f6e095a8ca1aca47aecdd75acb4bc74bce1f5c695d0086e6",
        "40a20c5548a5e9202f69735ecc06c990e6b7c9d2de39f0361e27baeb24cb7c45"),
    /** 197 million parameters. */
    LARGE(
        192,
        27,
        "070c5ed9ed289581e477741d3b34beffa920db8cf590899d6d2c67fba2a198a6",
        "96f02b6f0753d4f543261bc9d09bed650f24dd6bc02ddde3066135b63d23a1cd"),
    /** 350 million parameters. */
    XLARGE(
        256,
        27,
        "c1f5ccab661354fc3a79a10fa99af82f0fbf10ec65cb894a3ae0815f17a889ee",
        "de3f8a54174130e0cecdc71583354753d557fcf1f4487331558e2a16ba0cfe05");

    private final int filters;
    private final int thirdBlocks;
    private final String hash;
    private final String hashWithoutTop;

    Size(int filters, int thirdBlocks, String hash, String hashWithoutTop) {
      this.filters = filters;
      this.thirdBlocks = thirdBlocks;
      this.hash = hash;
      this.hashWithoutTop = hashWithoutTop;
    }

    private List<Integer> blocks() {
      return List.of(3, 3, thirdBlocks, 3);
    }

    private String modelName() {
      return "convnext_" + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Creates the network of the given size, with preprocessing. */
  public static ConvNeXt of(Size size) {
    return new ConvNeXt(size, true, ApplicationOptions.of());
  }

  /** Sets whether the model takes RGB values from 0 to 255; defaults to true. */
  public ConvNeXt includePreprocessing(boolean includePreprocessing) {
    return new ConvNeXt(size, includePreprocessing, options);
  }

  @Override
  public ConvNeXt options(ApplicationOptions options) {
    return new ConvNeXt(size, includePreprocessing, options);
  }

  @Override
  public ModelSpec build() {
    String name = options.nameOr(size.modelName());
    Features x = Features.input(options.requireInput(SIDE, LEAST));
    if (includePreprocessing && x.channels() == 3) {
      x = x.then(name + "_prestem_normalization", standardization());
    }
    for (int stage = 0; stage < size.blocks().size(); stage++) {
      int filters = size.filters << stage;
      x = stage == 0 ? stem(x, filters, name) : downsampled(x, filters, name, stage - 1);
      for (int i = 0; i < size.blocks().get(stage); i++) {
        x = block(x, filters, name + "_stage_" + stage + "_block_" + i + "_");
      }
    }
    if (options.includeTop()) {
      return x.build(
          name,
          x.toVector(name + "_head_gap", GlobalAveragePooling2D.of())
              .then(name + "_head_layernorm", normalization())
              .then(name + "_head_dense", Top.dense(options)));
    }
    return switch (options.pooling()) {
      case NONE -> x.then(normalization()).build(name);
      case AVG -> x.build(name, normalized(x, x.toVector(GlobalAveragePooling2D.of())));
      case MAX -> x.build(name, normalized(x, x.toVector(GlobalMaxPooling2D.of())));
    };
  }

  private static Normalization standardization() {
    return Normalization.of()
        .mean(0.485 * 255, 0.456 * 255, 0.406 * 255)
        .variance(Math.pow(0.229 * 255, 2), Math.pow(0.224 * 255, 2), Math.pow(0.225 * 255, 2));
  }

  private static Features stem(Features x, int filters, String name) {
    Sequential<Image> stem =
        x.inside()
            .add(name + "_stem_conv", Conv2D.of(filters, 4).strides(4))
            .add(name + "_stem_layernorm", normalization());
    return x.then(name + "_stem", NestedModel.image(stem.build(name + "_stem")));
  }

  private static Features downsampled(Features x, int filters, String name, int number) {
    String block = name + "_downsampling_block_" + number;
    Sequential<Image> layers =
        x.inside()
            .add(name + "_downsampling_layernorm_" + number, normalization())
            .add(name + "_downsampling_conv_" + number, Conv2D.of(filters, 2).strides(2));
    return x.then(block, NestedModel.image(layers.build(block)));
  }

  private static Features block(Features x, int filters, String prefix) {
    Features branch =
        x.then(prefix + "depthwise_conv", Conv2D.of(filters, 7).padding(SAME).groups(filters))
            .then(prefix + "layernorm", normalization())
            .then(prefix + "pointwise_conv_1", Dense.of(4 * filters))
            .then(prefix + "gelu", Activation.of(ActivationFunction.GELU))
            .then(prefix + "pointwise_conv_2", Dense.of(filters))
            .then(prefix + "layer_scale", LayerScale.of(LAYER_SCALE, filters))
            .then(prefix + "identity", Activation.of(ActivationFunction.LINEAR));
    return Features.merge(Arithmetic.of(Operator.ADD), List.of(x, branch));
  }

  private static Node<FeatureVector> normalized(Features x, Node<FeatureVector> vector) {
    LayerNormalization layer = normalization();
    return vector.then(x.nameOf(layer), layer);
  }

  private static LayerNormalization normalization() {
    return LayerNormalization.of().epsilon(1e-6);
  }

  @Override
  public PreprocessingMode preprocessingMode() {
    return PreprocessingMode.NONE;
  }

  @Override
  public PretrainedFile imageNetFile() {
    return options.includeTop()
        ? PretrainedFile.of(FOLDER, size.modelName() + ".h5", size.hash)
        : PretrainedFile.of(FOLDER, size.modelName() + "_notop.h5", size.hashWithoutTop);
  }
}
