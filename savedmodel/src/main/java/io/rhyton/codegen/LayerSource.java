package io.rhyton.codegen;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.layer.Dtype;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.Reshape;
import io.rhyton.model.shape.Sizes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Prints a layer. */
final class LayerSource {
  private final SourceImports imports;
  private final RecordSource records;
  private final Function<ModelSpec, String> models;

  /**
   * Creates a printer.
   *
   * @param imports collects the imports of the code
   * @param models returns the name of the method that returns a nested model
   */
  LayerSource(SourceImports imports, Function<ModelSpec, String> models) {
    this.imports = imports;
    this.records = new RecordSource(imports);
    this.models = models;
  }

  SourceExpression print(Layer layer) {
    if (layer instanceof InputLayer input) {
      return input(input);
    } else if (layer instanceof NestedModel<?> nested) {
      return nested(nested);
    } else if (layer instanceof Reshape<?> reshape) {
      return reshape(reshape);
    }
    return records.print((Record) layer);
  }

  private SourceExpression input(InputLayer layer) {
    return hasBuilder(layer)
        ? imports.of(InputLayer.class).call(method(layer), sizes(imports, layer))
        : records.print(layer);
  }

  /** Returns whether the builders have a start method for such an input. */
  static boolean hasBuilder(InputLayer layer) {
    int axes = layer.shape().numDimensions();
    return SourceRank.of(layer.batchShape()) != null
        && (layer.dtype() == Dtype.FLOAT32 || (layer.dtype() == Dtype.INT32 && axes == 1));
  }

  /** Returns the start method of the builders for such an input. */
  static String method(InputLayer layer) {
    return layer.dtype() == Dtype.INT32
        ? "indices"
        : Objects.requireNonNull(SourceRank.of(layer.batchShape())).method();
  }

  /** Returns the sizes of a sample. */
  static List<SourceExpression> sizes(SourceImports imports, InputLayer layer) {
    return Arrays.stream(layer.shape().asArray())
        .mapToObj(
            size ->
                Sizes.isKnown(size)
                    ? SourceExpression.of(size)
                    : imports.constant(Sizes.class, "ANY"))
        .toList();
  }

  private SourceExpression reshape(Reshape<?> layer) {
    SourceRank rank = SourceRank.ofSample(layer.targetShape().size());
    return rank == null
        ? records.print(layer)
        : imports
            .of(Reshape.class)
            .call(rank.method(), layer.targetShape().stream().map(SourceExpression::of).toList());
  }

  private SourceExpression nested(NestedModel<?> layer) {
    SourceExpression model = SourceExpression.function(models.apply(layer.model()), List.of());
    SourceRank rank = SourceRank.of(layer.model().resolve().outputShape());
    return rank == null
        ? SourceExpression.function("new " + imports.type(NestedModel.class) + "<>", List.of(model))
        : imports.of(NestedModel.class).call(rank.method(), model);
  }
}
