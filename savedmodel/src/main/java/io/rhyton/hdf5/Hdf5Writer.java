package io.rhyton.hdf5;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/**
 * Writes HDF5 files that HDF5 1.8 and newer read: contiguous little-endian values, strings of
 * variable length in UTF-8.
 */
public final class Hdf5Writer {
  private Hdf5Writer() {}

  /**
   * Writes a file from front to back; the same tree gives the same bytes.
   *
   * @param root the group at the top
   * @param out is written from where it stands, never moved, and stays open
   * @throws IOException if the channel cannot take it
   * @throws IllegalStateException if a dataset is given another number of values than its shape
   *     has; nothing of that dataset is then written
   */
  public static void write(Hdf5Group root, WritableByteChannel out) throws IOException {
    FileLayout layout = new FileLayout(root);
    ChannelOutput output = new ChannelOutput(out);
    output.bytes(layout.superblock());
    output.bytes(layout.strings());
    output.align();
    NodeHeaders headers = layout.headers();
    for (Hdf5Node node : layout.nodes()) {
      output.bytes(headers.header(node));
      output.align();
    }
    for (Hdf5Dataset dataset : layout.datasets()) {
      dataset.writeValues(output);
      output.align();
    }
    output.flush();
  }

  /** How many bytes {@link #write} writes; asks no dataset for its values. */
  public static long size(Hdf5Group root) {
    return new FileLayout(root).size();
  }
}
