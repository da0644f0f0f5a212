package io.rhyton.keras.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * A channel to an entry of an archive. The JDK's adapter of a stream writes 8 KiB at a time, which
 * is slow for hundreds of megabytes.
 */
final class EntryChannel implements WritableByteChannel {
  private static final int PIECE_BYTES = 1 << 17;

  private final OutputStream entry;
  private final byte[] piece = new byte[PIECE_BYTES];

  EntryChannel(OutputStream entry) {
    this.entry = entry;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int size = source.remaining();
    while (source.hasRemaining()) {
      int count = Math.min(source.remaining(), piece.length);
      source.get(piece, 0, count);
      entry.write(piece, 0, count);
    }
    return size;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  /** Does nothing: the archive closes its entries. */
  @Override
  public void close() {}
}
