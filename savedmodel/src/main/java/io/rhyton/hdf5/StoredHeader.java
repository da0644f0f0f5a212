package io.rhyton.hdf5;

import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.object.message.Message;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The messages of an object header that describe a group or dataset. jHDF parses each message, but
 * not the header itself: it would follow cyclic blocks, and fail on irrelevant messages.
 */
final class StoredHeader {
  private static final int DATATYPE = 0x03;
  private static final int EXTERNAL_FILES = 0x07;
  private static final int ATTRIBUTE = 0x0c;
  private static final int CONTINUATION = 0x10;

  /** Dataspace, link info, datatype, link, layout, filters, attribute, symbols, attribute info. */
  private static final List<Integer> WANTED =
      List.of(0x01, 0x02, DATATYPE, 0x06, 0x08, 0x0b, ATTRIBUTE, 0x11, 0x15);

  private static final int SHARED = 0x02;
  private static final int OPAQUE = 5;
  private static final int TAG_END = 8;
  private static final int MESSAGE_HEAD = 4;
  private static final int SIGNATURE_BYTES = 4;
  private static final int CHECKSUM_BYTES = 4;

  /** jHDF recurses once per nested type, which may take only 8 bytes. */
  private static final int LARGEST_TYPE = 4_096;

  private final BoundedStorage storage;
  private final List<Message> messages = new ArrayList<>();
  private final Deque<ByteBuffer> blocks = new ArrayDeque<>();

  private StoredHeader(BoundedStorage storage) {
    this.storage = storage;
  }

  static StoredHeader read(BoundedStorage storage, long address) {
    storage.beginHeader();
    StoredHeader header = new StoredHeader(storage);
    if (storage.readBufferFromAddress(address, 1).get() == 1) {
      header.readVersion1(address);
    } else {
      header.readVersion2(address);
    }
    return header;
  }

  boolean has(Class<? extends Message> type) {
    return messages.stream().anyMatch(type::isInstance);
  }

  <T extends Message> List<T> all(Class<T> type) {
    return messages.stream().filter(type::isInstance).map(type::cast).toList();
  }

  <T extends Message> T get(Class<T> type) {
    List<T> all = all(type);
    if (all.size() != 1) {
      throw new HdfException("a header with " + all.size() + " of " + type.getSimpleName());
    }
    return all.get(0);
  }

  private void readVersion1(long address) {
    int size = storage.readBufferFromAddress(address, 12).getInt(8);
    blocks.add(storage.readBufferFromAddress(address + 16, size));
    while (!blocks.isEmpty()) {
      ByteBuffer block = blocks.remove();
      while (block.remaining() >= 8) {
        int type = Short.toUnsignedInt(block.getShort());
        int length = Short.toUnsignedInt(block.getShort());
        int flags = block.get();
        block.position(block.position() + 3);
        read(type, flags, part(block, length), 0);
      }
    }
  }

  private void readVersion2(long address) {
    ByteBuffer start = storage.readBufferFromAddress(address, 6);
    requireSignature(start, "OHDR");
    int flags = start.get(5);
    int head = 6 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
    int sizeBytes = 1 << (flags & 0x03);
    ByteBuffer sizeField = storage.readBufferFromAddress(address + head, sizeBytes);
    long size = NumberType.integer(sizeField, sizeBytes, false);
    long whole = head + sizeBytes + Math.max(size, 0) + CHECKSUM_BYTES;
    blocks.add(messages(address, whole, head + sizeBytes));
    int orderBytes = (flags & 0x04) != 0 ? 2 : 0;
    while (!blocks.isEmpty()) {
      ByteBuffer block = blocks.remove();
      // A rest too short for a message is a gap.
      while (block.remaining() >= 4 + orderBytes) {
        int type = Byte.toUnsignedInt(block.get());
        int length = Short.toUnsignedInt(block.getShort());
        int messageFlags = block.get();
        block.position(block.position() + orderBytes);
        read(type, messageFlags, part(block, length), SIGNATURE_BYTES);
      }
    }
  }

  /** Returns the messages of a version 2 block, between its head and its checksum. */
  private ByteBuffer messages(long address, long size, int head) {
    ByteBuffer block = storage.readBufferFromAddress(address, Math.toIntExact(size));
    byte[] summed = new byte[block.remaining() - CHECKSUM_BYTES];
    block.get(summed);
    if (block.getInt() != Checksum.of(summed)) {
      throw new HdfException("a header with a wrong checksum");
    }
    return ByteBuffer.wrap(summed).order(ByteOrder.LITTLE_ENDIAN).position(head);
  }

  private static void requireSignature(ByteBuffer block, String signature) {
    for (int at = 0; at < signature.length(); at++) {
      if (block.get(at) != signature.charAt(at)) {
        throw new HdfException("no " + signature + " where a header should be");
      }
    }
  }

  private static ByteBuffer part(ByteBuffer block, int length) {
    ByteBuffer part = block.slice(block.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    block.position(block.position() + length);
    return part;
  }

  private void read(int type, int flags, ByteBuffer body, int blockHead) {
    if (type == CONTINUATION) {
      long address = body.getLong(0);
      long size = body.getLong(8);
      if (blockHead == 0) {
        blocks.add(storage.readBufferFromAddress(address, Math.toIntExact(size)));
      } else {
        ByteBuffer block = messages(address, size, blockHead);
        requireSignature(block, "OCHK");
        blocks.add(block);
      }
    } else if (type == EXTERNAL_FILES) {
      throw new UnsupportedHdfException("values in other files");
    } else if (WANTED.contains(type)) {
      if ((flags & SHARED) != 0) {
        throw new UnsupportedHdfException("a message shared with other headers");
      }
      messages.add(parse(type, body));
    }
  }

  private Message parse(int type, ByteBuffer body) {
    boolean isOpaque = false;
    if (type == ATTRIBUTE) {
      requireSimpleAttribute(body);
    } else if (type == DATATYPE) {
      requireSimpleType(body.remaining());
      isOpaque = (body.get(0) & 0x0f) == OPAQUE;
    }
    int size = body.remaining() + (isOpaque ? TAG_END : 0);
    ByteBuffer message = ByteBuffer.allocate(MESSAGE_HEAD + size).order(ByteOrder.LITTLE_ENDIAN);
    message.put((byte) type).putShort((short) size).put((byte) 0).put(body);
    if (isOpaque) {
      // jHDF searches for the end of an opaque type's tag even where there is no tag.
      int tagSize = MESSAGE_HEAD + 1;
      message.put(tagSize, (byte) (message.get(tagSize) + TAG_END));
    }
    return Message.readObjectHeaderV2Message(message.position(0), storage, false);
  }

  /** Rejects an attribute whose type or shape is shared with another header, or nested. */
  static void requireSimpleAttribute(ByteBuffer message) {
    boolean isOld = message.get(0) == 1;
    if (!isOld && message.get(1) != 0) {
      throw new UnsupportedHdfException("an attribute with a shared type");
    }
    requireSimpleType(Short.toUnsignedInt(message.getShort(4)));
  }

  private static void requireSimpleType(int bytes) {
    if (bytes > LARGEST_TYPE) {
      throw new UnsupportedHdfException("a type that takes " + bytes + " bytes to describe");
    }
  }
}
