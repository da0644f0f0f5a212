package io.rhyton.hdf5;

import io.jhdf.Constants;
import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.SymbolTableEntry;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV1;
import io.jhdf.btree.record.LinkNameForIndexedGroupRecord;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.SymbolTableMessage;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the children of a group from any of the three ways HDF5 stores them. */
final class GroupLinks {
  /** Instead of an address: a soft or external link. */
  static final long NOT_HARD = -2;

  private static final int SOFT_LINK = 2;

  private GroupLinks() {}

  /** Returns whether this is the header of a group. */
  static boolean isGroup(StoredHeader header) {
    return header.has(SymbolTableMessage.class) || header.has(LinkInfoMessage.class);
  }

  /**
   * Returns the addresses of the children by name; {@link #NOT_HARD} for a soft or external link.
   */
  static Map<String, Long> read(BoundedStorage storage, StoredHeader header) {
    Map<String, Long> links = new HashMap<>();
    if (header.has(SymbolTableMessage.class)) {
      addSymbols(links, storage, header.get(SymbolTableMessage.class));
      return links;
    }
    LinkInfoMessage info = header.get(LinkInfoMessage.class);
    if (info.getBTreeNameIndexAddress() == Constants.UNDEFINED_ADDRESS) {
      header.all(LinkMessage.class).forEach(link -> add(links, link));
    } else {
      addIndexed(links, storage, info);
    }
    return links;
  }

  /** Reads the symbol tables of HDF5 1.6, which newer versions still write for compatibility. */
  private static void addSymbols(
      Map<String, Long> links, BoundedStorage storage, SymbolTableMessage table) {
    storage.beginGroupTree();
    List<Long> nodes =
        BTreeV1.createGroupBTree(storage, table.getBTreeAddress()).getChildAddresses();
    storage.beginEntries();
    ByteBuffer names = new LocalHeap(storage, table.getLocalHeapAddress()).getDataBuffer();
    for (long node : nodes) {
      for (SymbolTableEntry entry :
          new GroupSymbolTableNode(storage, node).getSymbolTableEntries()) {
        String name = Utils.readUntilNull(names.position(entry.getLinkNameOffset()));
        boolean isSoft = entry.getCacheType() == SOFT_LINK;
        links.put(name, isSoft ? NOT_HARD : entry.getObjectHeaderAddress());
      }
    }
  }

  /** Reads the links of large groups since HDF5 1.8. */
  private static void addIndexed(
      Map<String, Long> links, BoundedStorage storage, LinkInfoMessage info) {
    List<LinkNameForIndexedGroupRecord> records =
        IndexTree.records(storage, info.getBTreeNameIndexAddress());
    StoredHeap heap = new StoredHeap(storage, info.getFractalHeapAddress());
    for (LinkNameForIndexedGroupRecord record : records) {
      add(links, LinkMessage.fromBuffer(heap.object(record.getId()), storage.getSuperblock()));
    }
  }

  private static void add(Map<String, Long> links, LinkMessage link) {
    boolean isHard = link.getLinkType() == LinkMessage.LinkType.HARD;
    links.put(link.getLinkName(), isHard ? link.getHardLinkAddress() : NOT_HARD);
  }
}
