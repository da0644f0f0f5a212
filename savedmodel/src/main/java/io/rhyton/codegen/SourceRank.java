package io.rhyton.codegen;

import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.RankMapping;
import io.rhyton.model.layer.Recurrent;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sequence;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A rank that the builders support.
 *
 * @param type its type
 * @param method the start method for it
 */
record SourceRank(Class<? extends Rank> type, String method) {
  private static final Map<Integer, SourceRank> BY_DIMENSIONS =
      Map.of(
          2, new SourceRank(FeatureVector.class, "vector"),
          3, new SourceRank(Sequence.class, "sequence"),
          4, new SourceRank(Image.class, "image"));

  /** Returns the rank of a batch; null if the builders do not support it. */
  static @Nullable SourceRank of(Shape batch) {
    return BY_DIMENSIONS.get(batch.numDimensions());
  }

  /** Returns the rank of samples with this many axes; null if the builders do not support it. */
  static @Nullable SourceRank ofSample(int dimensions) {
    return BY_DIMENSIONS.get(dimensions + 1);
  }

  /** Returns whether the builders accept a layer after such a batch. */
  static boolean accepts(Layer layer, Shape batch) {
    SourceRank rank = of(batch);
    Class<?> type = layer instanceof Recurrent<?> ? Recurrent.class : layer.getClass();
    return rank != null && mapping(type).allMatch(mapping -> rank.is(mapping.get(0)));
  }

  /** Returns whether a layer would compile as an argument of a type with given ranks. */
  static boolean accepts(Type parameter, @Nullable Object argument) {
    boolean isMapping =
        parameter instanceof ParameterizedType wanted && wanted.getRawType() == RankMapping.class;
    return !isMapping
        || argument == null
        || mapping(argument.getClass())
            .anyMatch(List.of(((ParameterizedType) parameter).getActualTypeArguments())::equals);
  }

  /** Returns the input and output ranks of a mapping; empty if the class is not one. */
  private static Stream<List<Type>> mapping(Class<?> layer) {
    return Arrays.stream(layer.getGenericInterfaces())
        .filter(ParameterizedType.class::isInstance)
        .map(ParameterizedType.class::cast)
        .filter(type -> type.getRawType() == RankMapping.class)
        .map(type -> List.of(type.getActualTypeArguments()));
  }

  private boolean is(Type input) {
    return input == type;
  }
}
