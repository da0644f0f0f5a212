package io.rhyton.hdf5;

/** The element types that the writer supports, with their datatype messages. */
enum ElementType {
  FLOAT32(4) {
    @Override
    void describe(LittleEndianBytes message) {
      // Class 1, version 1; IEEE: implied leading bit, sign at 31; 23 + 8 bits, bias 127.
      message.u8(0x11, 0x20, 31, 0).u32(4).u16(0).u16(32).u8(23, 8, 0, 23).u32(127);
    }
  },
  INT64(8) {
    @Override
    void describe(LittleEndianBytes message) {
      // Class 0, version 1; signed.
      message.u8(0x10, 0x08, 0, 0).u32(8).u16(0).u16(64);
    }
  };

  private final int byteSize;

  ElementType(int byteSize) {
    this.byteSize = byteSize;
  }

  int byteSize() {
    return byteSize;
  }

  abstract void describe(LittleEndianBytes message);
}
