package io.rhyton.applications;

import java.net.URI;
import java.util.Objects;

/**
 * A file of weights that Keras publishes.
 *
 * @param address its address
 * @param hash the published checksum in lower-case hexadecimal digits, 32 of MD5 or 64 of SHA-256;
 *     empty if Keras publishes none
 */
public record PretrainedFile(URI address, String hash) {

  public PretrainedFile {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(hash, "hash");
  }

  static PretrainedFile of(String folder, String name, String hash) {
    return new PretrainedFile(URI.create(folder + name), hash);
  }
}
