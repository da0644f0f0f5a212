package io.rhyton.hdf5;

import io.jhdf.Constants;
import io.jhdf.btree.record.AttributeNameForIndexedAttributesRecord;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the attributes of a group or dataset from either of the ways HDF5 stores them. */
final class NodeAttributes {
  private NodeAttributes() {}

  static Map<String, AttributeMessage> read(BoundedStorage storage, StoredHeader header) {
    Map<String, AttributeMessage> attributes = new HashMap<>();
    for (AttributeMessage attribute : header.all(AttributeMessage.class)) {
      attributes.put(attribute.getName(), attribute);
    }
    for (AttributeInfoMessage info : header.all(AttributeInfoMessage.class)) {
      if (info.getFractalHeapAddress() != Constants.UNDEFINED_ADDRESS) {
        addIndexed(attributes, storage, info);
      }
    }
    return attributes;
  }

  private static void addIndexed(
      Map<String, AttributeMessage> attributes, BoundedStorage storage, AttributeInfoMessage info) {
    List<AttributeNameForIndexedAttributesRecord> records =
        IndexTree.records(storage, info.getAttributeNameBTreeAddress());
    StoredHeap heap = new StoredHeap(storage, info.getFractalHeapAddress());
    for (AttributeNameForIndexedAttributesRecord record : records) {
      ByteBuffer message = heap.object(record.getHeapId());
      StoredHeader.requireSimpleAttribute(message.slice().order(message.order()));
      AttributeMessage attribute = new AttributeMessage(message, storage, record.getFlags());
      attributes.put(attribute.getName(), attribute);
    }
  }
}
