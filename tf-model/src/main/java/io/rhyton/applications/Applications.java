package io.rhyton.applications;

/**
 * The image classifiers of {@code keras.applications}, each a builder with Keras's options:
 *
 * <pre>{@code
 * ModelSpec body = Applications.mobileNetV2()
 *     .inputShape(96, 96, 3)
 *     .alpha(0.5)
 *     .includeTop(false)
 *     .pooling(Pooling.AVG)
 *     .build();
 * }</pre>
 *
 * <p>The weights are random unless they are loaded, from a file or with {@code
 * ImageNetWeights.load}.
 *
 * <p>Source: {@code keras/src/applications}, Keras 3.15.
 */
public final class Applications {
  private Applications() {}

  /** Returns MobileNet. */
  public static MobileNet mobileNet() {
    return MobileNet.of();
  }

  /** Returns MobileNetV2. */
  public static MobileNetV2 mobileNetV2() {
    return MobileNetV2.of();
  }

  /** Returns MobileNetV3Small. */
  public static MobileNetV3 mobileNetV3Small() {
    return MobileNetV3.of(MobileNetV3.Size.SMALL);
  }

  /** Returns MobileNetV3Large. */
  public static MobileNetV3 mobileNetV3Large() {
    return MobileNetV3.of(MobileNetV3.Size.LARGE);
  }

  /** Returns EfficientNetB0. */
  public static EfficientNet efficientNetB0() {
    return EfficientNet.of(EfficientNet.Size.B0);
  }

  /** Returns EfficientNetB1. */
  public static EfficientNet efficientNetB1() {
    return EfficientNet.of(EfficientNet.Size.B1);
  }

  /** Returns EfficientNetB2. */
  public static EfficientNet efficientNetB2() {
    return EfficientNet.of(EfficientNet.Size.B2);
  }

  /** Returns EfficientNetB3. */
  public static EfficientNet efficientNetB3() {
    return EfficientNet.of(EfficientNet.Size.B3);
  }

  /** Returns EfficientNetB4. */
  public static EfficientNet efficientNetB4() {
    return EfficientNet.of(EfficientNet.Size.B4);
  }

  /** Returns EfficientNetB5. */
  public static EfficientNet efficientNetB5() {
    return EfficientNet.of(EfficientNet.Size.B5);
  }

  /** Returns EfficientNetB6. */
  public static EfficientNet efficientNetB6() {
    return EfficientNet.of(EfficientNet.Size.B6);
  }

  /** Returns EfficientNetB7. */
  public static EfficientNet efficientNetB7() {
    return EfficientNet.of(EfficientNet.Size.B7);
  }

  /** Returns EfficientNetV2B0. */
  public static EfficientNetV2 efficientNetV2B0() {
    return EfficientNetV2.of(EfficientNetV2.Size.B0);
  }

  /** Returns EfficientNetV2B1. */
  public static EfficientNetV2 efficientNetV2B1() {
    return EfficientNetV2.of(EfficientNetV2.Size.B1);
  }

  /** Returns EfficientNetV2B2. */
  public static EfficientNetV2 efficientNetV2B2() {
    return EfficientNetV2.of(EfficientNetV2.Size.B2);
  }

  /** Returns EfficientNetV2B3. */
  public static EfficientNetV2 efficientNetV2B3() {
    return EfficientNetV2.of(EfficientNetV2.Size.B3);
  }

  /** Returns EfficientNetV2S. */
  public static EfficientNetV2 efficientNetV2S() {
    return EfficientNetV2.of(EfficientNetV2.Size.S);
  }

  /** Returns EfficientNetV2M. */
  public static EfficientNetV2 efficientNetV2M() {
    return EfficientNetV2.of(EfficientNetV2.Size.M);
  }

  /** Returns EfficientNetV2L. */
  public static EfficientNetV2 efficientNetV2L() {
    return EfficientNetV2.of(EfficientNetV2.Size.L);
  }

  /** Returns ResNet50. */
  public static ResNet resNet50() {
    return ResNet.of(ResNet.Depth.RESNET50);
  }

  /** Returns ResNet101. */
  public static ResNet resNet101() {
    return ResNet.of(ResNet.Depth.RESNET101);
  }

  /** Returns ResNet152. */
  public static ResNet resNet152() {
    return ResNet.of(ResNet.Depth.RESNET152);
  }

  /** Returns ResNet50V2. */
  public static ResNetV2 resNet50V2() {
    return ResNetV2.of(ResNetV2.Depth.RESNET50V2);
  }

  /** Returns ResNet101V2. */
  public static ResNetV2 resNet101V2() {
    return ResNetV2.of(ResNetV2.Depth.RESNET101V2);
  }

  /** Returns ResNet152V2. */
  public static ResNetV2 resNet152V2() {
    return ResNetV2.of(ResNetV2.Depth.RESNET152V2);
  }

  /** Returns DenseNet121. */
  public static DenseNet denseNet121() {
    return DenseNet.of(DenseNet.Depth.DENSENET121);
  }

  /** Returns DenseNet169. */
  public static DenseNet denseNet169() {
    return DenseNet.of(DenseNet.Depth.DENSENET169);
  }

  /** Returns DenseNet201. */
  public static DenseNet denseNet201() {
    return DenseNet.of(DenseNet.Depth.DENSENET201);
  }

  /** Returns VGG16. */
  public static VGG vgg16() {
    return VGG.of(VGG.Depth.VGG16);
  }

  /** Returns VGG19. */
  public static VGG vgg19() {
    return VGG.of(VGG.Depth.VGG19);
  }

  /** Returns Xception. */
  public static Xception xception() {
    return Xception.of();
  }

  /** Returns InceptionV3. */
  public static InceptionV3 inceptionV3() {
    return InceptionV3.of();
  }

  /** Returns ConvNeXtTiny. */
  public static ConvNeXt convNeXtTiny() {
    return ConvNeXt.of(ConvNeXt.Size.TINY);
  }

  /** Returns ConvNeXtSmall. */
  public static ConvNeXt convNeXtSmall() {
    return ConvNeXt.of(ConvNeXt.Size.SMALL);
  }

  /** Returns ConvNeXtBase. */
  public static ConvNeXt convNeXtBase() {
    return ConvNeXt.of(ConvNeXt.Size.BASE);
  }

  /** Returns ConvNeXtLarge. */
  public static ConvNeXt convNeXtLarge() {
    return ConvNeXt.of(ConvNeXt.Size.LARGE);
  }

  /** Returns ConvNeXtXLarge. */
  public static ConvNeXt convNeXtXLarge() {
    return ConvNeXt.of(ConvNeXt.Size.XLARGE);
  }
}
