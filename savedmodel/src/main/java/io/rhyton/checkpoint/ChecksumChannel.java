package io.rhyton.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32C;

/** Computes a checksum of the bytes written through it. */
final class ChecksumChannel implements WritableByteChannel {
  private final WritableByteChannel out;
  private final CRC32C checksum = new CRC32C();

  ChecksumChannel(WritableByteChannel out) {
    this.out = out;
  }

  long value() {
    return checksum.getValue();
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    ByteBuffer seen = bytes.duplicate();
    int count = out.write(bytes);
    checksum.update(seen.limit(seen.position() + count));
    return count;
  }

  @Override
  public boolean isOpen() {
    return out.isOpen();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
