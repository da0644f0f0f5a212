package io.rhyton.hdf5;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The addresses in a file: superblock, strings, object headers, values. Each is a multiple of 8.
 */
final class FileLayout {
  private static final int SUPERBLOCK = 48;

  private final List<Hdf5Node> nodes = new ArrayList<>();
  private final List<Hdf5Dataset> datasets = new ArrayList<>();

  // By identity: nodes are equal only to themselves.
  private final Map<Hdf5Node, Long> headerAddresses = new HashMap<>();
  private final Map<Hdf5Dataset, Long> valuesAddresses = new HashMap<>();

  private final StringHeap strings = new StringHeap(SUPERBLOCK);
  private final byte[] stringBytes;
  private final long size;

  FileLayout(Hdf5Group root) {
    collect(root);
    stringBytes = strings.toByteArray();
    long end = align(SUPERBLOCK + (long) stringBytes.length);
    NodeHeaders unplaced = new NodeHeaders(strings, node -> 0, dataset -> 0);
    for (Hdf5Node node : nodes) {
      headerAddresses.put(node, end);
      end = align(end + unplaced.header(node).length);
    }
    for (Hdf5Dataset dataset : datasets) {
      valuesAddresses.put(dataset, end);
      end = align(end + dataset.byteSize());
    }
    size = end;
  }

  /** Traverses breadth first and without recursion, so that a tree can have any depth. */
  private void collect(Hdf5Group root) {
    Set<Hdf5Node> seen = new HashSet<>();
    Deque<Hdf5Node> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Hdf5Node node = open.remove();
      if (!seen.add(node)) {
        continue;
      }
      nodes.add(node);
      if (node instanceof Hdf5Group group) {
        group.attributes().forEach(attribute -> attribute.values().forEach(strings::add));
        open.addAll(group.children().values());
      } else if (node instanceof Hdf5Dataset dataset) {
        datasets.add(dataset);
      }
    }
  }

  static long align(long address) {
    return (address + 7) & ~7L;
  }

  long size() {
    return size;
  }

  /** Returns every node once, the root first, in the order of their headers. */
  List<Hdf5Node> nodes() {
    return nodes;
  }

  /** Returns every dataset once, in the order of their values. */
  List<Hdf5Dataset> datasets() {
    return datasets;
  }

  byte[] superblock() {
    // Version 2, with addresses and lengths of 8 bytes; no base address and no extension.
    return new LittleEndianBytes()
        .u8(0x89)
        .ascii("HDF\r\n\u001a\n")
        .u8(2, 8, 8, 0)
        .u64(0)
        .u64(NodeHeaders.UNDEFINED)
        .u64(size)
        .u64(address(nodes.get(0)))
        .checksum()
        .toByteArray();
  }

  byte[] strings() {
    return stringBytes;
  }

  NodeHeaders headers() {
    return new NodeHeaders(strings, this::address, this::valuesAddress);
  }

  private long address(Hdf5Node node) {
    return address(headerAddresses, node);
  }

  private long valuesAddress(Hdf5Dataset dataset) {
    return address(valuesAddresses, dataset);
  }

  private static <T> long address(Map<T, Long> addresses, T node) {
    Long address = addresses.get(node);
    if (address == null) {
      throw new IllegalStateException("The tree was modified while it was written");
    }
    return address;
  }
}
