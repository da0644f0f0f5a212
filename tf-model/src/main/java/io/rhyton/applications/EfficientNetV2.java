package io.rhyton.applications;

import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.Normalization;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.weight.Constant;
import java.util.List;
import java.util.Objects;

/**
 * EfficientNetV2: EfficientNet with fused blocks in its first stages. The model itself rescales
 * pixel values from 0 to 255.
 *
 * <pre>{@code
 * ModelSpec body = Applications.efficientNetV2B0().includeTop(false).pooling(Pooling.AVG).build();
 * }</pre>
 *
 * <p>Source: {@code keras/src/applications/efficientnet_v2.py}, Keras 3.15; Tan and Le,
 * "EfficientNetV2: Smaller Models and Faster Training", ICML 2021.
 *
 * @param size the size of the network
 * @param includePreprocessing whether the model takes values from 0 to 255 and rescales them
 * @param options the options that all applications have
 */
public record EfficientNetV2(Size size, boolean includePreprocessing, ApplicationOptions options)
    implements Application<EfficientNetV2> {
  private static final String FOLDER =
      "https://storage.googleapis.com/tensorflow/keras-applications/efficientnet_v2/";
  private static final int LEAST = 32;
  private static final double DROP_CONNECT_RATE = 0.2;
  private static final double DROPOUT = 0.2;

  private static final List<Block> BLOCKS_B =
      List.of(
          new Block(true, 1, 32, 16, 1, 1),
          new Block(true, 2, 16, 32, 4, 2),
          new Block(true, 2, 32, 48, 4, 2),
          new Block(false, 3, 48, 96, 4, 2),
          new Block(false, 5, 96, 112, 6, 1),
          new Block(false, 8, 112, 192, 6, 2));

  private static final List<Block> BLOCKS_S =
      List.of(
          new Block(true, 2, 24, 24, 1, 1),
          new Block(true, 4, 24, 48, 4, 2),
          new Block(true, 4, 48, 64, 4, 2),
          new Block(false, 6, 64, 128, 4, 2),
          new Block(false, 9, 128, 160, 6, 1),
          new Block(false, 15, 160, 256, 6, 2));

  private static final List<Block> BLOCKS_M =
      List.of(
          new Block(true, 3, 24, 24, 1, 1),
          new Block(true, 5, 24, 48, 4, 2),
          new Block(true, 5, 48, 80, 4, 2),
          new Block(false, 7, 80, 160, 4, 2),
          new Block(false, 14, 160, 176, 6, 1),
          new Block(false, 18, 176, 304, 6, 2),
          new Block(false, 5, 304, 512, 6, 1));

  private static final List<Block> BLOCKS_L =
      List.of(
          new Block(true, 4, 32, 32, 1, 1),
          new Block(true, 7, 32, 64, 4, 2),
          new Block(true, 7, 64, 96, 4, 2),
          new Block(false, 10, 96, 192, 4, 2),
          new Block(false, 19, 192, 224, 6, 1),
          new Block(false, 25, 224, 384, 6, 2),
          new Block(false, 7, 384, 640, 6, 1));

  public EfficientNetV2 {
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(options, "options");
  }

  /** The sizes of the network: width, depth, height and width of the images. */
  public enum Size {
    /** For images of 224 by 224 pixels. */
    B0(1.0, 1.0, 224, "b0", "21ecbf6da12460d5c40bb2f29ceb2188", "893217f2bb855e2983157299931e43ff"),
    /** For images of 240 by 240 pixels. */
    B1(1.0, 1.1, 240, "b1", "069f0534ff22adf035c89e2d9547a9dc", "0e80663031ca32d657f9caa404b6ec37"),
    /** For images of 260 by 260 pixels. */
    B2(1.1, 1.2, 260, "b2", "424e49f28180edbde1e94797771950a7", "1dfe2e7a5d45b6632553a8961ea609eb"),
    /** For images of 300 by 300 pixels. */
    B3(1.2, 1.4, 300, "b3", "1f1fc43bd98a6e4fd8fdfd551e02c7a0", "f6abf7b5849ac99a89b50dd3fd532856"),
    /** For images of 384 by 384 pixels. */
    S(1.0, 1.0, 384, "s", "e1d88a8495beba45748fedd0cecbe016", "af0682fb74e8c54910f2d4393339c070"),
    /** For images of 480 by 480 pixels. */
    M(1.0, 1.0, 480, "m", "a3bf6aa3276309f4fc6a34aa114c95cd", "1b8dc055df72dde80d614482840fe342"),
    /** For images of 480 by 480 pixels. */
    L(1.0, 1.0, 480, "l", "27e6d408b53c7ebc868fefa357689935", "b0b66b5c863aef5b46e8608fe1711615");

    private final double width;
    private final double depth;
    private final int side;
    private final String suffix;
    private final String hash;
    private final String hashWithoutTop;

    Size(double width, double depth, int side, String suffix, String hash, String hashWithoutTop) {
      this.width = width;
      this.depth = depth;
      this.side = side;
      this.suffix = suffix;
      this.hash = hash;
      this.hashWithoutTop = hashWithoutTop;
    }

    private String modelName() {
      return "efficientnetv2-" + suffix;
    }

    private List<Block> blocks() {
      return switch (this) {
        case S -> BLOCKS_S;
        case M -> BLOCKS_M;
        case L -> BLOCKS_L;
        default -> BLOCKS_B;
      };
    }
  }

  /**
   * Blocks in a row, with kernels of 3 by 3.
   *
   * @param isFused whether expansion and depthwise convolution are one convolution, and there is no
   *     squeeze-and-excitation
   * @param repeats how many there are, before the depth is scaled
   * @param filtersIn the channels of the input, before the width is scaled
   * @param filtersOut the channels of the output, before the width is scaled
   * @param expansion the factor by which a block widens its input
   * @param stride the stride of the first one
   */
  private record Block(
      boolean isFused, int repeats, int filtersIn, int filtersOut, int expansion, int stride) {}

  /** Creates the network of the given size, with preprocessing. */
  public static EfficientNetV2 of(Size size) {
    return new EfficientNetV2(size, true, ApplicationOptions.of());
  }

  /** Sets whether the model takes values from 0 to 255; defaults to true. */
  public EfficientNetV2 includePreprocessing(boolean includePreprocessing) {
    return new EfficientNetV2(size, includePreprocessing, options);
  }

  @Override
  public EfficientNetV2 options(ApplicationOptions options) {
    return new EfficientNetV2(size, includePreprocessing, options);
  }

  @Override
  public ModelSpec build() {
    Features x = preprocessed(Features.input(options.requireInput(size.side, LEAST)));
    List<Block> blocks = size.blocks();
    x =
        MBConv.activated(
            x.then("stem_conv", MBConv.conv(filters(blocks.get(0).filtersIn), 3).strides(2))
                .then("stem_bn", normalization()),
            "stem_");
    int count = blocks.stream().mapToInt(Block::repeats).sum();
    int number = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      int repeats = (int) Math.ceil(size.depth * block.repeats);
      for (int j = 0; j < repeats; j++) {
        x = block(x, block, j, MBConv.blockName(i, j), DROP_CONNECT_RATE * number++ / count);
      }
    }
    x =
        MBConv.activated(
            x.then("top_conv", MBConv.conv(filters(1280), 1)).then("top_bn", normalization()),
            "top_");
    return Top.classifierOrPooled(
        options.nameOr(size.modelName()),
        options,
        x,
        DROPOUT,
        MBConv.dense(options).biasInitializer(Constant.of(0)));
  }

  private Features preprocessed(Features x) {
    if (!includePreprocessing) {
      return x;
    }
    return size.suffix.startsWith("b") && x.channels() == 3
        ? x.then(Rescaling.of(1.0 / 255))
            .then(
                Normalization.of()
                    .axis(3)
                    .mean(0.485, 0.456, 0.406)
                    .variance(0.229 * 0.229, 0.224 * 0.224, 0.225 * 0.225))
        : x.then(Rescaling.of(1.0 / 128).offset(-1));
  }

  private int filters(int filters) {
    return Rounding.toMultiple(filters * size.width);
  }

  private Features block(Features x, Block block, int repeat, String name, double dropRate) {
    int filtersIn = filters(repeat == 0 ? block.filtersIn : block.filtersOut);
    int filtersOut = filters(block.filtersOut);
    int stride = repeat == 0 ? block.stride : 1;
    Features narrow =
        block.isFused
            ? fused(x, block, filtersIn, filtersOut, stride, name)
            : depthwise(x, block, filtersIn, filtersOut, stride, name);
    if (stride != 1 || filtersIn != filtersOut) {
      return narrow;
    }
    return Features.merge(
        name + "add", Add.of(), List.of(MBConv.dropped(narrow, dropRate, name), x));
  }

  private static Features depthwise(
      Features x, Block block, int filtersIn, int filtersOut, int stride, String name) {
    Features wide =
        MBConv.activated(
            x.then(name + "expand_conv", MBConv.conv(filtersIn * block.expansion, 1))
                .then(name + "expand_bn", normalization()),
            name + "expand_");
    wide =
        MBConv.activated(
            wide.then(
                    name + "dwconv2",
                    DepthwiseConv2D.of(3)
                        .strides(stride)
                        .padding(SAME)
                        .useBias(false)
                        .depthwiseInitializer(MBConv.CONV_INITIALIZER))
                .then(name + "bn", normalization()),
            name);
    return MBConv.excited(wide, filtersIn, name)
        .then(name + "project_conv", MBConv.conv(filtersOut, 1))
        .then(name + "project_bn", normalization());
  }

  private static Features fused(
      Features x, Block block, int filtersIn, int filtersOut, int stride, String name) {
    if (block.expansion == 1) {
      return MBConv.activated(
          projected(x, MBConv.conv(filtersOut, 3).strides(stride), name), name + "project_");
    }
    Features wide =
        MBConv.activated(
            x.then(
                    name + "expand_conv",
                    MBConv.conv(filtersIn * block.expansion, 3).strides(stride))
                .then(name + "expand_bn", normalization()),
            name + "expand_");
    return projected(wide, MBConv.conv(filtersOut, 1), name);
  }

  private static Features projected(Features x, Conv2D conv, String name) {
    return x.then(name + "project_conv", conv).then(name + "project_bn", normalization());
  }

  /** Keras writes this axis as 3. */
  private static BatchNormalization normalization() {
    return BatchNormalization.of().axis(3).momentum(0.9);
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
