package io.rhyton.hdf5;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;

/** The files that {@code hdf5_golden.py} wrote. */
final class GoldenHdf5File {
  private GoldenHdf5File() {}

  @MustBeClosed
  static Hdf5File open(String name) {
    return Hdf5File.open("HDF5 file", Path.of(name), ByteBuffer.wrap(bytes(name)));
  }

  static byte[] bytes(String name) {
    try (InputStream stream =
        Objects.requireNonNull(GoldenHdf5File.class.getResourceAsStream(name), name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
