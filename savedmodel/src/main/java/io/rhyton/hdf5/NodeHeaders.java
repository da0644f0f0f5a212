package io.rhyton.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.tensorflow.ndarray.Shape;

/** Encodes groups and datasets as version 2 object headers. */
final class NodeHeaders {
  /** The undefined address. */
  static final long UNDEFINED = -1;

  private static final int DATASPACE = 0x01;
  private static final int LINK_INFO = 0x02;
  private static final int DATATYPE = 0x03;
  private static final int FILL_VALUE = 0x05;
  private static final int LINK = 0x06;
  private static final int DATA_LAYOUT = 0x08;
  private static final int GROUP_INFO = 0x0a;
  private static final int ATTRIBUTE = 0x0c;

  /** The size of a message is stored in two bytes. */
  private static final int LARGEST_MESSAGE = 65_535;

  private static final int STRING_REFERENCE = 16;
  private static final int STRING_TYPE = 20;
  private static final int LIST_SPACE = 12;
  private static final int ATTRIBUTE_HEAD = 9;

  private final StringHeap strings;
  private final ToLongFunction<Hdf5Node> headerAddress;
  private final ToLongFunction<Hdf5Dataset> valuesAddress;

  NodeHeaders(
      StringHeap strings,
      ToLongFunction<Hdf5Node> headerAddress,
      ToLongFunction<Hdf5Dataset> valuesAddress) {
    this.strings = strings;
    this.headerAddress = headerAddress;
    this.valuesAddress = valuesAddress;
  }

  /** Returns how many strings an attribute with a name of this many bytes can store. */
  static int mostStrings(int nameBytes) {
    int rest = LARGEST_MESSAGE - ATTRIBUTE_HEAD - (nameBytes + 1) - STRING_TYPE - LIST_SPACE;
    return rest / STRING_REFERENCE;
  }

  /** Returns the header of a node; its size does not depend on the addresses in it. */
  byte[] header(Hdf5Node node) {
    LittleEndianBytes messages = new LittleEndianBytes();
    if (node instanceof Hdf5Group group) {
      addGroup(messages, group);
    } else if (node instanceof Hdf5Dataset dataset) {
      addDataset(messages, dataset);
    }
    // Flags: the size of the messages is stored in four bytes.
    return new LittleEndianBytes()
        .ascii("OHDR")
        .u8(2, 0x02)
        .u32(messages.size())
        .bytes(messages)
        .checksum()
        .toByteArray();
  }

  private void addGroup(LittleEndianBytes messages, Hdf5Group group) {
    // No fractal heap and no name index: all links are in the header.
    add(messages, LINK_INFO, new LittleEndianBytes().u8(0, 0).u64(UNDEFINED).u64(UNDEFINED));
    add(messages, GROUP_INFO, new LittleEndianBytes().u8(0, 0));
    for (Map.Entry<String, Hdf5Node> child : group.children().entrySet()) {
      byte[] name = child.getKey().getBytes(StandardCharsets.UTF_8);
      // Flags: two bytes for the length of the name, and its charset follows, 1 for UTF-8.
      LittleEndianBytes link = new LittleEndianBytes().u8(1, 0x11, 1).u16(name.length).bytes(name);
      add(messages, LINK, link.u64(headerAddress.applyAsLong(child.getValue())));
    }
    for (StringAttribute attribute : group.attributes()) {
      add(messages, ATTRIBUTE, attribute(attribute));
    }
  }

  private void addDataset(LittleEndianBytes messages, Hdf5Dataset dataset) {
    LittleEndianBytes type = new LittleEndianBytes();
    dataset.type().describe(type);
    long size = dataset.byteSize();
    long address = size == 0 ? UNDEFINED : valuesAddress.applyAsLong(dataset);
    add(messages, DATASPACE, dataspace(dataset.shape()));
    add(messages, DATATYPE, type);
    // Early allocation, no fill value.
    add(messages, FILL_VALUE, new LittleEndianBytes().u8(3, 0x0a));
    add(messages, DATA_LAYOUT, new LittleEndianBytes().u8(3, 1).u64(address).u64(size));
  }

  private static LittleEndianBytes dataspace(Shape shape) {
    int rank = shape.numDimensions();
    LittleEndianBytes space = new LittleEndianBytes().u8(2, rank, 0, rank == 0 ? 0 : 1);
    for (int axis = 0; axis < rank; axis++) {
      space.u64(shape.get(axis));
    }
    return space;
  }

  private LittleEndianBytes attribute(StringAttribute attribute) {
    byte[] name = attribute.name().getBytes(StandardCharsets.UTF_8);
    Shape shape = attribute.isScalar() ? Shape.scalar() : Shape.of(attribute.values().size());
    LittleEndianBytes space = dataspace(shape);
    LittleEndianBytes message =
        new LittleEndianBytes()
            .u8(3, 0)
            .u16(name.length + 1)
            .u16(STRING_TYPE)
            .u16(space.size())
            .u8(1)
            .bytes(name)
            .u8(0);
    // Class 9, version 1: strings of variable length in UTF-8, over unsigned bytes.
    message.u8(0x19, 1, 1, 0).u32(STRING_REFERENCE).u8(0x10, 0, 0, 0).u32(1).u16(0).u16(8);
    message.bytes(space);
    for (String value : attribute.values()) {
      StringHeap.Reference reference = strings.reference(value);
      message.u32(reference.byteSize()).u64(reference.collection()).u32(reference.index());
    }
    return message;
  }

  private static void add(LittleEndianBytes messages, int type, LittleEndianBytes body) {
    if (body.size() > LARGEST_MESSAGE) {
      throw new IllegalStateException(
          "A message of an object header: expected at most "
              + LARGEST_MESSAGE
              + " bytes, got "
              + body.size());
    }
    messages.u8(type).u16(body.size()).u8(0).bytes(body);
  }
}
