package io.rhyton.hdf5;

import io.jhdf.Constants;
import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.CompactDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.FilterPipelineMessage;
import io.rhyton.file.UnpackingLimit;
import java.nio.ByteBuffer;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/** A dataset of a file: its shape and its values. */
final class StoredDataset {
  /** The type of a null dataspace. */
  private static final int NO_VALUES = 2;

  /** Small enough for the cache of a core. */
  private static final int BUFFER_BYTES = 1 << 17;

  private final BoundedStorage storage;
  private final StoredHeader header;
  private final boolean isBfloat16;
  private final long[] sizes;

  /**
   * Creates a reader of a dataset.
   *
   * @param isBfloat16 whether an attribute marks opaque pairs of bytes as bfloat16
   */
  StoredDataset(BoundedStorage storage, StoredHeader header, boolean isBfloat16) {
    this.storage = storage;
    this.header = header;
    this.isBfloat16 = isBfloat16;
    DataSpace space = header.get(DataSpaceMessage.class).getDataSpace();
    sizes = space.getType() == NO_VALUES ? new long[1] : space.getDimensionsAsLong();
    for (long size : sizes) {
      if (size < 0) {
        throw new HdfException("a dimension of size " + size);
      }
    }
  }

  /** Returns whether this is the header of a dataset. */
  static boolean isDataset(StoredHeader header) {
    return header.has(DataSpaceMessage.class);
  }

  Shape shape() {
    return Shape.of(sizes);
  }

  boolean isInteger() {
    return dataType() instanceof FixedPoint;
  }

  /** Returns the values as float32 in row-major order. */
  float[] floats() {
    NumberType type = NumberType.of(dataType(), isBfloat16);
    int count = count();
    if (count == 0) {
      return new float[0];
    }
    DataLayoutMessage layout = header.get(DataLayoutMessage.class);
    if (layout instanceof ChunkedDataLayoutMessage chunked) {
      return chunked(chunked, type, count);
    }
    return whole(layout, type, count);
  }

  /** Returns the single value, an integer. */
  long integer() {
    int count = count();
    if (count != 1 || !(dataType() instanceof FixedPoint type)) {
      throw new HdfException(
          dataType() instanceof FixedPoint ? count + " integers" : "values that are not integers");
    }
    DataLayoutMessage layout = header.get(DataLayoutMessage.class);
    // Checks the format as well.
    int size = NumberType.of(type, false).byteSize();
    ByteBuffer number = ByteBuffer.allocate(size);
    if (layout instanceof CompactDataLayoutMessage compact) {
      number.put(compact.getDataBuffer().slice(0, size));
    } else {
      storage.readValues(address(layout, size), number);
    }
    long value =
        NumberType.integer(number.flip().order(type.getByteOrder()), size, type.isSigned());
    if (value < 0 && !type.isSigned()) {
      throw new HdfException("the integer " + Long.toUnsignedString(value));
    }
    return value;
  }

  private DataType dataType() {
    return header.get(DataTypeMessage.class).getDataType();
  }

  private int count() {
    long count = header.get(DataSpaceMessage.class).getDataSpace().getTotalLength();
    if (count < 0 || count > Integer.MAX_VALUE - 8) {
      throw new HdfException(count + " values, more than an array can hold");
    }
    return (int) count;
  }

  private float[] whole(DataLayoutMessage layout, NumberType type, int count) {
    float[] values;
    if (layout instanceof CompactDataLayoutMessage compact) {
      ByteBuffer numbers = compact.getDataBuffer();
      requireBytes(numbers.remaining(), type, count);
      values = new float[count];
      type.convert(numbers, values, 0, count);
      return values;
    }
    long address = address(layout, count * (long) type.byteSize());
    values = new float[count];
    ByteBuffer buffer = ByteBuffer.allocateDirect(Math.min(BUFFER_BYTES, count * type.byteSize()));
    int step = buffer.capacity() / type.byteSize();
    for (int at = 0; at < count; at += step) {
      int size = Math.min(step, count - at);
      buffer.clear().limit(size * type.byteSize());
      storage.readValues(address + at * (long) type.byteSize(), buffer);
      type.convert(buffer.flip(), values, at, size);
    }
    return values;
  }

  private static void requireBytes(long stored, NumberType type, int count) {
    if (stored < count * (long) type.byteSize()) {
      throw new HdfException(count + " values in " + stored + " bytes");
    }
  }

  /** Returns the address of this many bytes of values, all within the file. */
  private long address(DataLayoutMessage layout, long bytes) {
    if (!(layout instanceof ContiguousDataLayoutMessage contiguous)) {
      throw new UnsupportedHdfException("values in a layout of HDF5 1.10 or newer");
    }
    long address = contiguous.getAddress();
    if (address == Constants.UNDEFINED_ADDRESS) {
      throw new HdfException("a dataset that was never written");
    }
    if (!storage.contains(address, bytes)) {
      throw new HdfException(
          bytes + " bytes of values at address " + address + " of a file of " + storage.size());
    }
    return address;
  }

  private float[] chunked(ChunkedDataLayoutMessage layout, NumberType type, int count) {
    int[] chunkSizes = layout.getChunkDimensions();
    if (chunkSizes.length != sizes.length || sizes.length == 0) {
      throw new HdfException("chunks of rank " + chunkSizes.length + " for " + shape());
    }
    int[] whole = new int[sizes.length];
    int chunkBytes = type.byteSize();
    for (int axis = 0; axis < whole.length; axis++) {
      whole[axis] = Math.toIntExact(sizes[axis]);
      if (chunkSizes[axis] < 1) {
        throw new HdfException("chunks of size " + chunkSizes[axis]);
      }
      chunkBytes = Math.multiplyExact(chunkBytes, chunkSizes[axis]);
    }
    ChunkFilters filters = new ChunkFilters(filters(), type.byteSize(), chunkBytes);
    ChunkedValues values = new ChunkedValues(storage, type, filters, whole, chunkSizes);
    long unpacked = Math.multiplyExact(values.unpackedCount(), (long) type.byteSize());
    if (unpacked > UnpackingLimit.bytes(storage.size())) {
      throw new HdfException(
          unpacked
              + " bytes of values from a file of "
              + storage.size()
              + " bytes, more than the system property "
              + UnpackingLimit.PROPERTY
              + " allows");
    }
    return values.read(layout.getBTreeAddress(), count);
  }

  private List<FilterPipelineMessage.FilterInfo> filters() {
    return header.has(FilterPipelineMessage.class)
        ? header.get(FilterPipelineMessage.class).getFilters()
        : List.of();
  }
}
