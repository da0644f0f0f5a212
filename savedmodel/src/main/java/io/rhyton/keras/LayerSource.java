package io.rhyton.keras;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.LayerVisitor;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.Padding;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.layer.Size2D;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.HeNormal;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.InitializerVisitor;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.RegularizerVisitor;
import io.rhyton.model.weight.Zeros;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/** Prints one layer with those options that are not Keras's defaults. */
final class LayerSource
    implements LayerVisitor<SourceExpression>,
        InitializerVisitor<SourceExpression>,
        RegularizerVisitor<SourceExpression> {
  private static final Size2D EVERY_PIXEL = new Size2D(1, 1);

  private final SourceImports imports;
  private final Function<ModelSpec, String> models;

  /**
   * Makes a printer.
   *
   * @param imports collects what the text needs
   * @param models gives the method that returns a model in the model
   */
  LayerSource(SourceImports imports, Function<ModelSpec, String> models) {
    this.imports = imports;
    this.models = models;
  }

  private SourceExpression plain(Class<?> type, SourceExpression... arguments) {
    return imports.of(type).call("of", arguments);
  }

  @Override
  public SourceExpression activation(Activation layer) {
    return plain(Activation.class, imports.constant(layer.activation()));
  }

  @Override
  public SourceExpression add(Add layer) {
    return plain(Add.class);
  }

  @Override
  public SourceExpression averagePooling2D(AveragePooling2D layer) {
    return pooling(AveragePooling2D.class, layer.poolSize(), layer.strides(), layer.padding());
  }

  @Override
  public SourceExpression batchNormalization(BatchNormalization layer) {
    BatchNormalization defaults = BatchNormalization.of();
    SourceExpression text = plain(BatchNormalization.class);
    if (layer.momentum() != defaults.momentum()) {
      text = text.call("momentum", SourceExpression.of(layer.momentum()));
    }
    if (layer.epsilon() != defaults.epsilon()) {
      text = text.call("epsilon", SourceExpression.of(layer.epsilon()));
    }
    text = layer.center() ? text : text.call("center", SourceExpression.of(false));
    return layer.scale() ? text : text.call("scale", SourceExpression.of(false));
  }

  @Override
  public SourceExpression concatenate(Concatenate layer) {
    SourceExpression text = plain(Concatenate.class);
    return layer.equals(Concatenate.of())
        ? text
        : text.call("axis", SourceExpression.of(layer.axis()));
  }

  @Override
  public SourceExpression conv2D(Conv2D layer) {
    List<SourceExpression> arguments = new ArrayList<>();
    arguments.add(SourceExpression.of(layer.filters()));
    arguments.addAll(sides(layer.kernelSize()));
    SourceExpression text = imports.of(Conv2D.class).call("of", arguments);
    text = strides(text, layer.strides(), EVERY_PIXEL);
    text = padding(text, layer.padding());
    text = activation(text, layer.activation());
    text = layer.useBias() ? text : text.call("useBias", SourceExpression.of(false));
    text = initializer(text, "kernelInitializer", layer.kernelInitializer(), GlorotUniform.of());
    text = initializer(text, "biasInitializer", layer.biasInitializer(), Zeros.of());
    text = regularizer(text, "kernelRegularizer", layer.kernelRegularizer());
    return regularizer(text, "biasRegularizer", layer.biasRegularizer());
  }

  @Override
  public SourceExpression dense(Dense layer) {
    SourceExpression text = plain(Dense.class, SourceExpression.of(layer.units()));
    text = activation(text, layer.activation());
    text = layer.useBias() ? text : text.call("useBias", SourceExpression.of(false));
    text = initializer(text, "kernelInitializer", layer.kernelInitializer(), GlorotUniform.of());
    text = initializer(text, "biasInitializer", layer.biasInitializer(), Zeros.of());
    text = regularizer(text, "kernelRegularizer", layer.kernelRegularizer());
    return regularizer(text, "biasRegularizer", layer.biasRegularizer());
  }

  @Override
  public SourceExpression dropout(Dropout layer) {
    return seed(plain(Dropout.class, SourceExpression.of(layer.rate())), layer.seed());
  }

  @Override
  public SourceExpression flatten(Flatten layer) {
    return plain(Flatten.class);
  }

  @Override
  public SourceExpression globalAveragePooling2D(GlobalAveragePooling2D layer) {
    return plain(GlobalAveragePooling2D.class);
  }

  @Override
  public SourceExpression inputLayer(InputLayer layer) {
    List<SourceExpression> sizes = sizes(layer);
    return switch (sizes.size()) {
      case 1 -> imports.of(InputLayer.class).call("vector", sizes);
      case 3 -> imports.of(InputLayer.class).call("image", sizes);
      default ->
          SourceExpression.function(
              "new " + imports.type(InputLayer.class),
              List.of(imports.of(Shape.class).call("of", sizes)));
    };
  }

  /** The sizes of a sample. */
  static List<SourceExpression> sizes(InputLayer layer) {
    return Arrays.stream(layer.shape().asArray()).mapToObj(SourceExpression::of).toList();
  }

  @Override
  public SourceExpression maxPooling2D(MaxPooling2D layer) {
    return pooling(MaxPooling2D.class, layer.poolSize(), layer.strides(), layer.padding());
  }

  @Override
  public SourceExpression nestedModel(NestedModel<?> layer) {
    SourceExpression model = SourceExpression.function(models.apply(layer.model()), List.of());
    return switch (layer.model().resolve().outputShape().numDimensions()) {
      case 2 -> imports.of(NestedModel.class).call("vector", model);
      case 4 -> imports.of(NestedModel.class).call("image", model);
      default ->
          SourceExpression.function(
              "new " + imports.type(NestedModel.class) + "<>", List.of(model));
    };
  }

  @Override
  public SourceExpression rescaling(Rescaling layer) {
    SourceExpression text = plain(Rescaling.class, SourceExpression.of(layer.scale()));
    return Double.compare(layer.offset(), 0) == 0
        ? text
        : text.call("offset", SourceExpression.of(layer.offset()));
  }

  @Override
  public SourceExpression glorotUniform(GlorotUniform initializer) {
    return seed(plain(GlorotUniform.class), initializer.seed());
  }

  @Override
  public SourceExpression heNormal(HeNormal initializer) {
    return seed(plain(HeNormal.class), initializer.seed());
  }

  @Override
  public SourceExpression ones(Ones initializer) {
    return plain(Ones.class);
  }

  @Override
  public SourceExpression zeros(Zeros initializer) {
    return plain(Zeros.class);
  }

  @Override
  public SourceExpression l2(L2 regularizer) {
    return plain(L2.class, SourceExpression.of(regularizer.l2()));
  }

  private SourceExpression pooling(
      Class<?> type, Size2D poolSize, Size2D strides, Padding padding) {
    SourceExpression text = imports.of(type).call("of", sides(poolSize));
    return padding(strides(text, strides, poolSize), padding);
  }

  /** One number for a square. */
  private static List<SourceExpression> sides(Size2D size) {
    SourceExpression height = SourceExpression.of(size.height());
    return size.height() == size.width()
        ? List.of(height)
        : List.of(height, SourceExpression.of(size.width()));
  }

  private static SourceExpression strides(SourceExpression text, Size2D strides, Size2D otherwise) {
    return strides.equals(otherwise) ? text : text.call("strides", sides(strides));
  }

  private SourceExpression padding(SourceExpression text, Padding padding) {
    return padding == Padding.VALID ? text : text.call("padding", imports.constant(padding));
  }

  private SourceExpression activation(SourceExpression text, ActivationFunction activation) {
    return activation == ActivationFunction.LINEAR
        ? text
        : text.call("activation", imports.constant(activation));
  }

  private static SourceExpression seed(SourceExpression text, @Nullable Long seed) {
    return seed == null ? text : text.call("seed", SourceExpression.of((long) seed));
  }

  private SourceExpression initializer(
      SourceExpression text, String option, Initializer initializer, Initializer otherwise) {
    return initializer.equals(otherwise) ? text : text.call(option, initializer.accept(this));
  }

  private SourceExpression regularizer(
      SourceExpression text, String option, @Nullable Regularizer regularizer) {
    return regularizer == null ? text : text.call(option, regularizer.accept(this));
  }
}
