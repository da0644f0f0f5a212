package io.rhyton.hdf5;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/**
 * Writes HDF5 files that HDF5 1.8 and newer read: contiguous little-endian values, variable-length
 * UTF-8 strings.
 */
public final class Hdf5Writer {
  private Hdf5Writer() {}

  /**
   * Writes a file sequentially; equal trees give equal bytes.
   *
   * @param root the root group
   * @param out written from its current position, without seeking, and left open
   * @throws IOException if the channel cannot be written
   * @throws IllegalStateException if a dataset is supplied with another number of values than its
   *     shape has; none of its values are then written
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

  /**
   * Returns the number of bytes that {@link #write} writes, without requesting the values of any
   * dataset.
   */
  public static long size(Hdf5Group root) {
    return new FileLayout(root).size();
  }
}
