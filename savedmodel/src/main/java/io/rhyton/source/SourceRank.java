package io.rhyton.source;

import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.Mapping;
import io.rhyton.model.layer.Recurrent;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.shape.Vector;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A rank as the builders know it.
 *
 * @param type its type
 * @param method the method that starts with it
 */
record SourceRank(Class<? extends Rank> type, String method) {
  private static final Map<Integer, SourceRank> BY_DIMENSIONS =
      Map.of(
          2, new SourceRank(Vector.class, "vector"),
          3, new SourceRank(Sequence.class, "sequence"),
          4, new SourceRank(Image.class, "image"));

  /** The rank of a batch; null if the builders have no such. */
  static @Nullable SourceRank of(Shape batch) {
    return BY_DIMENSIONS.get(batch.numDimensions());
  }

  /** The rank of samples with so many axes; null if the builders have no such. */
  static @Nullable SourceRank ofSample(int dimensions) {
    return BY_DIMENSIONS.get(dimensions + 1);
  }

  /** Whether the builders let a layer follow such a batch. */
  static boolean accepts(Layer layer, Shape batch) {
    SourceRank rank = of(batch);
    Class<?> type = layer instanceof Recurrent<?> ? Recurrent.class : layer.getClass();
    return rank != null && mapping(type).allMatch(mapping -> rank.is(mapping.get(0)));
  }

  /** Whether the compiler would take a layer where one from a rank to another is wanted. */
  static boolean accepts(Type parameter, @Nullable Object argument) {
    boolean isMapping =
        parameter instanceof ParameterizedType wanted && wanted.getRawType() == Mapping.class;
    return !isMapping
        || argument == null
        || mapping(argument.getClass())
            .anyMatch(List.of(((ParameterizedType) parameter).getActualTypeArguments())::equals);
  }

  /** The ranks that a mapping takes and makes; nothing if the class is none. */
  private static Stream<List<Type>> mapping(Class<?> layer) {
    return Arrays.stream(layer.getGenericInterfaces())
        .filter(ParameterizedType.class::isInstance)
        .map(ParameterizedType.class::cast)
        .filter(type -> type.getRawType() == Mapping.class)
        .map(type -> List.of(type.getActualTypeArguments()));
  }

  private boolean is(Type input) {
    return input == type;
  }
}
