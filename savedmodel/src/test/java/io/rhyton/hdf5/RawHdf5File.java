package io.rhyton.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Files built byte by byte, for structures that no writer produces; checksums are always valid. */
final class RawHdf5File {
  /** The address of the root group's header. */
  static final int ROOT = 48;

  private static final int HEADER_HEAD = 10;
  private static final int CHECKSUM = 4;

  private RawHdf5File() {}

  /** Returns a file of a header and the rest. */
  static byte[] of(LittleEndianBytes header, LittleEndianBytes rest) {
    return new LittleEndianBytes()
        .bytes(superblock(ROOT + header.size() + rest.size()))
        .bytes(header)
        .bytes(rest)
        .toByteArray();
  }

  private static LittleEndianBytes superblock(long size) {
    return new LittleEndianBytes()
        .u8(0x89)
        .ascii("HDF\r\n\u001a\n")
        .u8(2, 8, 8, 0)
        .u64(0)
        .u64(-1)
        .u64(size)
        .u64(ROOT)
        .checksum();
  }

  static LittleEndianBytes header(LittleEndianBytes... messages) {
    LittleEndianBytes all = new LittleEndianBytes();
    for (LittleEndianBytes message : messages) {
      all.bytes(message);
    }
    return new LittleEndianBytes().ascii("OHDR").u8(2, 2).u32(all.size()).bytes(all).checksum();
  }

  static LittleEndianBytes message(int type, LittleEndianBytes body) {
    return new LittleEndianBytes().u8(type).u16(body.size()).u8(0).bytes(body);
  }

  static LittleEndianBytes linkInfo(long heap, long tree) {
    return message(0x02, new LittleEndianBytes().u8(0, 0).u64(heap).u64(tree));
  }

  static LittleEndianBytes link(String name, long address) {
    return message(
        0x06, new LittleEndianBytes().u8(1, 0).u8(name.length()).ascii(name).u64(address));
  }

  /** Returns the offset of these bytes, the last one if there are several. */
  static int find(byte[] file, LittleEndianBytes wanted) {
    List<Integer> places = findAll(file, wanted);
    return places.get(places.size() - 1);
  }

  /** Returns all offsets of these bytes, at least one. */
  static List<Integer> findAll(byte[] file, LittleEndianBytes wanted) {
    byte[] bytes = wanted.toByteArray();
    List<Integer> places = new ArrayList<>();
    for (int at = 0; at + bytes.length <= file.length; at++) {
      if (Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length)) {
        places.add(at);
      }
    }
    assertThat(places).isNotEmpty();
    return places;
  }

  static void put(byte[] file, int at, LittleEndianBytes bytes) {
    System.arraycopy(bytes.toByteArray(), 0, file, at, bytes.size());
  }

  /** Recomputes the checksums of all headers, trees and heaps. */
  static void repairChecksums(byte[] file) {
    for (int at = 0; at + HEADER_HEAD < file.length; at++) {
      if (stands(file, at, "OHDR")) {
        repairChecksum(file, at, headerSize(file, at));
      } else if (stands(file, at, "BTHD")) {
        repairChecksum(file, at, 34);
      } else if (stands(file, at, "FRHP")) {
        repairChecksum(file, at, 142);
      }
    }
    if (file.length >= ROOT && file[8] >= 2) {
      repairChecksum(file, 0, 44);
    }
  }

  private static boolean stands(byte[] file, int at, String signature) {
    for (int i = 0; i < signature.length(); i++) {
      if (file[at + i] != signature.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static long headerSize(byte[] file, int at) {
    int flags = file[at + 5];
    int head = 6 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
    int sizeBytes = 1 << (flags & 3);
    long size = 0;
    for (int i = Math.min(sizeBytes, 4) - 1; i >= 0; i--) {
      size = size << 8 | (at + head + i < file.length ? file[at + head + i] & 0xff : 0);
    }
    return head + sizeBytes + size;
  }

  private static void repairChecksum(byte[] file, int at, long size) {
    if (size <= 0 || at + size + CHECKSUM > file.length) {
      return;
    }
    byte[] summed = Arrays.copyOfRange(file, at, (int) (at + size));
    put(file, (int) (at + size), new LittleEndianBytes().u32(Checksum.of(summed)));
  }
}
