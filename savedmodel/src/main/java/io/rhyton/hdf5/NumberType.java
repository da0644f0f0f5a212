package io.rhyton.hdf5;

import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OpaqueDataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The type of stored numbers, and its conversion to float32. */
final class NumberType {
  /** Converts the numbers from a buffer's position on to values from an offset on. */
  @FunctionalInterface
  private interface Conversion {
    void convert(ByteBuffer numbers, float[] values, int offset, int count);
  }

  private final int byteSize;
  private final ByteOrder order;
  private final Conversion conversion;

  private NumberType(int byteSize, ByteOrder order, Conversion conversion) {
    this.byteSize = byteSize;
    this.order = order;
    this.conversion = conversion;
  }

  /**
   * Returns the type of a dataset.
   *
   * @param stored its datatype message
   * @param isBfloat16 whether an attribute marks opaque pairs of bytes as bfloat16
   */
  static NumberType of(DataType stored, boolean isBfloat16) {
    if (stored instanceof FloatingPoint type) {
      return floating(type);
    }
    if (stored instanceof FixedPoint type) {
      return integer(type);
    }
    if (stored instanceof EnumDataType type && type.getBaseType() instanceof FixedPoint base) {
      return integer(base);
    }
    if (stored instanceof OpaqueDataType && stored.getSize() == Short.BYTES && isBfloat16) {
      return bfloat16(ByteOrder.LITTLE_ENDIAN);
    }
    throw new UnsupportedHdfException("values that are not numbers");
  }

  private static NumberType floating(FloatingPoint type) {
    int exponent = type.getExponentSize();
    int mantissa = type.getMantissaSize();
    boolean isWhole = type.getBitOffset() == 0 && type.getBitPrecision() == 8 * type.getSize();
    if (isWhole && is(type, exponent, mantissa, 8, 23, 127)) {
      return new NumberType(Float.BYTES, type.getByteOrder(), NumberType::float32);
    }
    if (isWhole && is(type, exponent, mantissa, 11, 52, 1023)) {
      return new NumberType(Double.BYTES, type.getByteOrder(), NumberType::float64);
    }
    if (isWhole && is(type, exponent, mantissa, 5, 10, 15)) {
      return new NumberType(Short.BYTES, type.getByteOrder(), NumberType::float16);
    }
    if (isWhole && is(type, exponent, mantissa, 8, 7, 127)) {
      return bfloat16(type.getByteOrder());
    }
    throw new UnsupportedHdfException("floating-point numbers of an unknown format");
  }

  private static boolean is(
      FloatingPoint type,
      int exponent,
      int mantissa,
      int exponentSize,
      int mantissaSize,
      int bias) {
    return exponent == exponentSize
        && mantissa == mantissaSize
        && type.getExponentBias() == bias
        && type.getSize() * 8 == 1 + exponentSize + mantissaSize;
  }

  private static NumberType bfloat16(ByteOrder order) {
    return new NumberType(Short.BYTES, order, NumberType::bfloat16);
  }

  private static NumberType integer(FixedPoint type) {
    int size = type.getSize();
    if (type.getBitOffset() != 0
        || type.getBitPrecision() != 8 * size
        || Integer.bitCount(size) != 1
        || size > Long.BYTES) {
      throw new UnsupportedHdfException("integers of an unknown format");
    }
    boolean isSigned = type.isSigned();
    return new NumberType(
        size,
        type.getByteOrder(),
        (numbers, values, offset, count) -> {
          for (int i = offset; i < offset + count; i++) {
            values[i] = asFloat(integer(numbers, size, isSigned), isSigned);
          }
        });
  }

  private static float asFloat(long bits, boolean isSigned) {
    if (isSigned || bits >= 0) {
      return bits;
    }
    // Halved, with the lowest bit sticky, so that the result is rounded correctly.
    return (bits >>> 1 | (bits & 1)) * 2f;
  }

  /**
   * Returns the next integer of a buffer in its byte order; an unsigned one of 8 bytes as its bits.
   */
  static long integer(ByteBuffer numbers, int size, boolean isSigned) {
    return switch (size) {
      case Byte.BYTES -> isSigned ? numbers.get() : Byte.toUnsignedLong(numbers.get());
      case Short.BYTES -> isSigned ? numbers.getShort() : Short.toUnsignedLong(numbers.getShort());
      case Integer.BYTES -> isSigned ? numbers.getInt() : Integer.toUnsignedLong(numbers.getInt());
      default -> numbers.getLong();
    };
  }

  private static void float32(ByteBuffer numbers, float[] values, int offset, int count) {
    numbers.asFloatBuffer().get(values, offset, count);
  }

  private static void float64(ByteBuffer numbers, float[] values, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      values[i] = (float) numbers.getDouble();
    }
  }

  private static void float16(ByteBuffer numbers, float[] values, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      values[i] = FloatingPoint.toFloat(numbers.getShort());
    }
  }

  private static void bfloat16(ByteBuffer numbers, float[] values, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      values[i] = Float.intBitsToFloat(numbers.getShort() << 16);
    }
  }

  int byteSize() {
    return byteSize;
  }

  /** Converts this many numbers from the buffer's position on to values from an offset on. */
  void convert(ByteBuffer numbers, float[] values, int offset, int count) {
    conversion.convert(numbers.order(order), values, offset, count);
  }
}
