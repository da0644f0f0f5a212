package io.rhyton.applications;

import static io.rhyton.model.shape.Padding.SAME;
import static io.rhyton.model.shape.Padding.VALID;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.Normalization;
import io.rhyton.model.layer.Rescaling;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * EfficientNet: inverted residual blocks with squeeze-and-excitation, whose depth, width and
 * resolution grow together. The model itself normalizes pixel values from 0 to 255.
 *
 * <pre>{@code
 * ModelSpec body = Applications.efficientNetB0().includeTop(false).pooling(Pooling.AVG).build();
 * }</pre>
 *
 * <p>As in Keras, a model for the weights of ImageNet has one more layer, which rescales what was
 * normalized; {@link #weights} tells.
 *
 * <p>Source: {@code keras/src/applications/efficientnet.py}, Keras 3.15; Tan and Le, "EfficientNet:
 * Rethinking Model Scaling for Convolutional Neural Networks", ICML 2019.
 *
 * @param size the size of the network
 * @param options the options that all applications have
 */
public record EfficientNet(Size size, ApplicationOptions options)
    implements Application<EfficientNet> {
  private static final String FOLDER = "https://storage.googleapis.com/keras-applications/";
  private static final int LEAST = 32;
  private static final double DROP_CONNECT_RATE = 0.2;

  private static final List<Block> BLOCKS =
      List.of(
          new Block(3, 1, 32, 16, 1, 1),
          new Block(3, 2, 16, 24, 6, 2),
          new Block(5, 2, 24, 40, 6, 2),
          new Block(3, 3, 40, 80, 6, 2),
          new Block(5, 3, 80, 112, 6, 1),
          new Block(5, 4, 112, 192, 6, 2),
          new Block(3, 1, 192, 320, 6, 1));

  public EfficientNet {
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(options, "options");
  }

  /** The sizes of the network: width, depth, height and width of the images, and dropout rate. */
  public enum Size {
    /** For images of 224 by 224 pixels. */
    B0(1.0, 1.0, 224, 0.2, "902e53a9f72be733fc0bcb005b3ebbac", "50bc09e76180e00e4465e1a485ddc09d"),
    /** For images of 240 by 240 pixels. */
    B1(1.0, 1.1, 240, 0.2, "1d254153d4ab51201f1646940f018540", "74c4e6b3e1f6a1eea24c589628592432"),
    /** For images of 260 by 260 pixels. */
    B2(1.1, 1.2, 260, 0.3, "b15cce36ff4dcbd00b6dd88e7857a6ad", "111f8e2ac8aa800a7a99e3239f7bfb39"),
    /** For images of 300 by 300 pixels. */
    B3(1.2, 1.4, 300, 0.3, "ffd1fdc53d0ce67064dc6a9c7960ede0", "af6d107764bb5b1abb91932881670226"),
    /** For images of 380 by 380 pixels. */
    B4(1.4, 1.8, 380, 0.4, "18c95ad55216b8f92d7e70b3a046e2fc", "ebc24e6d6c33eaebbd558eafbeedf1ba"),
    /** For images of 456 by 456 pixels. */
    B5(1.6, 2.2, 456, 0.4, "ace28f2a6363774853a83a0b21b9421a", "38879255a25d3c92d5e44e04ae6cec6f"),
    /** For images of 528 by 528 pixels. */
    B6(1.8, 2.6, 528, 0.5, "165f6e37dce68623721b423839de8be5", "9ecce42647a20130c1f39a5d4cb75743"),
    /** For images of 600 by 600 pixels. */
    B7(2.0, 3.1, 600, 0.5, "8c03f828fec3ef71311cd463b6759d99", "cbcfe4450ddf6f3ad90b1b398090fe4a");

    private final double width;
    private final double depth;
    private final int side;
    private final double dropout;
    private final String hash;
    private final String hashWithoutTop;

    Size(double width, double depth, int side, double dropout, String hash, String hashWithoutTop) {
      this.width = width;
      this.depth = depth;
      this.side = side;
      this.dropout = dropout;
      this.hash = hash;
      this.hashWithoutTop = hashWithoutTop;
    }

    private String modelName() {
      return "efficientnet" + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Blocks in a row.
   *
   * @param kernelSize the kernel size
   * @param repeats how many there are, before the depth is scaled
   * @param filtersIn the channels of the input, before the width is scaled
   * @param filtersOut the channels of the output, before the width is scaled
   * @param expansion the factor by which a block widens its input
   * @param stride the stride of the first one
   */
  private record Block(
      int kernelSize, int repeats, int filtersIn, int filtersOut, int expansion, int stride) {}

  /** Creates the network of the given size. */
  public static EfficientNet of(Size size) {
    return new EfficientNet(size, ApplicationOptions.of());
  }

  @Override
  public EfficientNet options(ApplicationOptions options) {
    return new EfficientNet(size, options);
  }

  @Override
  public ModelSpec build() {
    Features x =
        Features.input(options.requireInput(size.side, LEAST))
            .then(Rescaling.of(1.0 / 255))
            .then(Normalization.of().axis(3));
    if (options.areOfImageNet()) {
      x = x.then(Rescaling.of(1 / Math.sqrt(0.229), 1 / Math.sqrt(0.224), 1 / Math.sqrt(0.225)));
    }
    x =
        MBConv.activated(
            x.then("stem_conv_pad", x.paddingFor(3))
                .then("stem_conv", MBConv.conv(filters(32), 3).strides(2).padding(VALID))
                .then("stem_bn", normalization()),
            "stem_");
    int blocks = BLOCKS.stream().mapToInt(this::repeats).sum();
    int number = 0;
    for (int i = 0; i < BLOCKS.size(); i++) {
      Block block = BLOCKS.get(i);
      for (int j = 0; j < repeats(block); j++) {
        x = block(x, block, j, MBConv.blockName(i, j), DROP_CONNECT_RATE * number++ / blocks);
      }
    }
    x =
        MBConv.activated(
            x.then("top_conv", MBConv.conv(filters(1280), 1)).then("top_bn", normalization()),
            "top_");
    return Top.classifierOrPooled(
        options.nameOr(size.modelName()), options, x, size.dropout, MBConv.dense(options));
  }

  private int filters(int filters) {
    return Rounding.divisible(filters * size.width);
  }

  private int repeats(Block block) {
    return (int) Math.ceil(size.depth * block.repeats);
  }

  private Features block(Features x, Block block, int repeat, String name, double dropRate) {
    int filtersIn = filters(repeat == 0 ? block.filtersIn : block.filtersOut);
    int filtersOut = filters(block.filtersOut);
    int stride = repeat == 0 ? block.stride : 1;
    Features wide = x;
    if (block.expansion != 1) {
      wide =
          MBConv.activated(
              x.then(name + "expand_conv", MBConv.conv(filtersIn * block.expansion, 1))
                  .then(name + "expand_bn", normalization()),
              name + "expand_");
    }
    if (stride == 2) {
      wide = wide.then(name + "dwconv_pad", wide.paddingFor(block.kernelSize));
    }
    wide =
        MBConv.activated(
            wide.then(
                    name + "dwconv",
                    DepthwiseConv2D.of(block.kernelSize)
                        .strides(stride)
                        .padding(stride == 2 ? VALID : SAME)
                        .useBias(false)
                        .depthwiseInitializer(MBConv.CONV_INITIALIZER))
                .then(name + "bn", normalization()),
            name);
    Features narrow =
        MBConv.excited(wide, filtersIn, name)
            .then(name + "project_conv", MBConv.conv(filtersOut, 1))
            .then(name + "project_bn", normalization());
    if (stride != 1 || filtersIn != filtersOut) {
      return narrow;
    }
    return Features.merge(
        name + "add", Add.of(), List.of(MBConv.dropped(narrow, dropRate, name), x));
  }

  /** Keras writes this axis as 3. */
  private static BatchNormalization normalization() {
    return BatchNormalization.of().axis(3);
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
