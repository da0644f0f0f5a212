package io.rhyton.savedmodel;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.rhyton.file.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keras 2's {@code keras_metadata.pb}: a message of nodes, each with a path and JSON metadata.
 *
 * <p>Source: {@code keras/src/protobuf/saved_metadata.proto}, tf_keras 2.21.
 */
final class KerasMetadata {
  private static final int NODES = 1;
  private static final int NODE_PATH = 3;
  private static final int NODE_METADATA = 5;
  private static final String ROOT = "root";

  private KerasMetadata() {}

  /** Returns the metadata of the root, or an empty string if there is none. */
  static String root(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(RegularFile.require(file))) {
      CodedInputStream message = CodedInputStream.newInstance(in);
      for (int tag = message.readTag(); tag != 0; tag = message.readTag()) {
        if (tag != tag(NODES)) {
          skip(message, tag);
          continue;
        }
        int outer = message.pushLimit(message.readRawVarint32());
        String metadata = rootMetadata(message);
        if (!metadata.isEmpty()) {
          return metadata;
        }
        message.popLimit(outer);
      }
      return "";
    }
  }

  /** Returns the metadata of a node if it is the root, else an empty string. */
  private static String rootMetadata(CodedInputStream node) throws IOException {
    String path = "";
    String metadata = "";
    for (int tag = node.readTag(); tag != 0; tag = node.readTag()) {
      if (tag == tag(NODE_PATH)) {
        path = node.readStringRequireUtf8();
      } else if (tag == tag(NODE_METADATA)) {
        metadata = node.readStringRequireUtf8();
      } else {
        skip(node, tag);
      }
    }
    return path.equals(ROOT) ? metadata : "";
  }

  private static void skip(CodedInputStream message, int tag) throws IOException {
    // Protocol buffers skip groups recursively, to whatever depth the file has.
    if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_START_GROUP) {
      throw new IOException("a group, which Keras does not write");
    }
    message.skipField(tag);
  }

  private static int tag(int field) {
    return field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
  }
}
