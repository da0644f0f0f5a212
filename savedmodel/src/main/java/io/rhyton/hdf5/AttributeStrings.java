package io.rhyton.hdf5;

import io.jhdf.exceptions.HdfException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import io.jhdf.object.message.AttributeMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the strings of attributes, of fixed or variable length. All are read as UTF-8, a superset
 * of ASCII: in Python 2, h5py marked byte strings in UTF-8 as ASCII.
 */
final class AttributeStrings {
  /** Equal strings may be stored once, so their total may exceed the file size by this much. */
  private static final long SPARE_BYTES = 1 << 20;

  private final BoundedStorage storage;
  private final OpenHeaps heaps;
  private long bytesLeft;

  /** Creates a reader of several attributes, which together stay within the size of the file. */
  AttributeStrings(BoundedStorage storage, OpenHeaps heaps) {
    this.storage = storage;
    this.heaps = heaps;
    bytesLeft = storage.size() + SPARE_BYTES;
  }

  /** Returns the strings in row-major order; none if the attribute is empty, whatever its type. */
  List<String> read(AttributeMessage attribute) {
    ByteBuffer data = attribute.getDataBuffer();
    if (data == null) {
      return List.of();
    }
    storage.beginEntries();
    long count = attribute.getDataSpace().getTotalLength();
    return read(attribute.getDataType(), data, count);
  }

  private List<String> read(DataType type, ByteBuffer data, long count) {
    List<String> strings = new ArrayList<>();
    for (long index = 0; index < count; index++) {
      if (type instanceof StringData fixed) {
        strings.add(fixed(fixed, data));
      } else if (type instanceof VariableLength variable && variable.isVariableLengthString()) {
        strings.add(variable(data));
      } else {
        throw new HdfException("numbers or other data instead of strings");
      }
    }
    return strings;
  }

  private static String fixed(StringData type, ByteBuffer data) {
    ByteBuffer padded = data.slice(data.position(), type.getSize());
    data.position(data.position() + type.getSize());
    type.getStringPaddingHandler().setBufferLimit(padded);
    return text(padded);
  }

  private String variable(ByteBuffer data) {
    int length = data.getInt();
    long collection = data.getLong();
    int index = data.getInt();
    if (length == 0) {
      return "";
    }
    bytesLeft -= Integer.toUnsignedLong(length);
    if (bytesLeft < 0) {
      throw new HdfException("strings that exceed the file size");
    }
    return text(heaps.object(collection, index).limit(length));
  }

  private static String text(ByteBuffer bytes) {
    String text = StandardCharsets.UTF_8.decode(bytes).toString();
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }
}
