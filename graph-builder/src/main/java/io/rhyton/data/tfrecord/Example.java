package io.rhyton.data.tfrecord;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.rhyton.data.DataException;
import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.tensorflow.proto.BytesList;
import org.tensorflow.proto.Feature;
import org.tensorflow.proto.Features;
import org.tensorflow.proto.FloatList;
import org.tensorflow.proto.Int64List;

/**
 * One example of a TFRecord file: features by name, each a list of floats, integers or byte
 * strings. Immutable.
 *
 * <p>Source: {@code tensorflow/core/example/example.proto} and {@code feature.proto}.
 */
public final class Example {
  private static final Example EMPTY =
      new Example(org.tensorflow.proto.Example.getDefaultInstance());

  private final org.tensorflow.proto.Example proto;

  private Example(org.tensorflow.proto.Example proto) {
    this.proto = proto;
  }

  /** An example without features, to start from. */
  public static Example of() {
    return EMPTY;
  }

  static Example parse(byte[] bytes) throws InvalidProtocolBufferException {
    return new Example(org.tensorflow.proto.Example.parseFrom(bytes));
  }

  byte[] toBytes() {
    return proto.toByteArray();
  }

  /** Sets a feature of floats; copied. */
  public Example withFloats(String name, float... values) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(values, "values");
    FloatList.Builder list = FloatList.newBuilder();
    for (float value : values) {
      list.addValue(value);
    }
    return with(name, Feature.newBuilder().setFloatList(list).build());
  }

  /** Sets a feature of integers; copied. */
  public Example withInts(String name, long... values) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(values, "values");
    Int64List.Builder list = Int64List.newBuilder();
    for (long value : values) {
      list.addValue(value);
    }
    return with(name, Feature.newBuilder().setInt64List(list).build());
  }

  /** Sets a feature of byte strings, such as an encoded image; copied. */
  public Example withBytes(String name, byte[]... values) {
    Arguments.requireNoNulls("values", values);
    Objects.requireNonNull(name, "name");
    BytesList.Builder list = BytesList.newBuilder();
    for (byte[] value : values) {
      list.addValue(ByteString.copyFrom(value));
    }
    return with(name, Feature.newBuilder().setBytesList(list).build());
  }

  private Example with(String name, Feature feature) {
    Features.Builder features = proto.getFeatures().toBuilder().putFeature(name, feature);
    return new Example(proto.toBuilder().setFeatures(features).build());
  }

  /** The names of the features, in alphabetical order. */
  public Set<String> names() {
    return new TreeSet<>(proto.getFeatures().getFeatureMap().keySet());
  }

  /**
   * The values of a feature of floats.
   *
   * @throws DataException if there is no feature of that name, or it has another type
   */
  public float[] floats(String name) {
    Objects.requireNonNull(name, "name");
    return floats(where(name), name);
  }

  float[] floats(String where, String name) {
    FloatList list = feature(where, name, Feature.KindCase.FLOAT_LIST).getFloatList();
    float[] values = new float[list.getValueCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.getValue(i);
    }
    return values;
  }

  /**
   * The values of a feature of integers.
   *
   * @throws DataException if there is no feature of that name, or it has another type
   */
  public long[] ints(String name) {
    Objects.requireNonNull(name, "name");
    return ints(where(name), name);
  }

  long[] ints(String where, String name) {
    Int64List list = feature(where, name, Feature.KindCase.INT64_LIST).getInt64List();
    long[] values = new long[list.getValueCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.getValue(i);
    }
    return values;
  }

  /**
   * The values of a feature of byte strings.
   *
   * @throws DataException if there is no feature of that name, or it has another type
   */
  public List<byte[]> bytes(String name) {
    Objects.requireNonNull(name, "name");
    return bytes(where(name), name);
  }

  List<byte[]> bytes(String where, String name) {
    List<byte[]> values = new ArrayList<>();
    feature(where, name, Feature.KindCase.BYTES_LIST)
        .getBytesList()
        .getValueList()
        .forEach(value -> values.add(value.toByteArray()));
    return values;
  }

  private static String where(String name) {
    return "Feature " + MessageText.name(name);
  }

  private Feature feature(String where, String name, Feature.KindCase kind) {
    Feature feature = proto.getFeatures().getFeatureMap().get(name);
    if (feature == null || feature.getKindCase() != kind) {
      throw new DataException(
          where,
          text(kind),
          feature == null
              ? "only features " + MessageText.list(names())
              : text(feature.getKindCase()),
          "Name a feature of the records, with its type.");
    }
    return feature;
  }

  private static String text(Feature.KindCase kind) {
    return switch (kind) {
      case BYTES_LIST -> "byte strings";
      case FLOAT_LIST -> "floats";
      case INT64_LIST -> "integers";
      case KIND_NOT_SET -> "nothing";
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Example example && proto.equals(example.proto);
  }

  @Override
  public int hashCode() {
    return proto.hashCode();
  }

  @Override
  public String toString() {
    return "Example " + names();
  }
}
