package io.rhyton.download;

import java.net.URI;

/**
 * A published file.
 *
 * @param address its http or https address
 * @param hash the published checksum in lower-case hexadecimal digits, 32 of MD5 or 64 of SHA-256;
 *     empty if there is none
 */
public record RemoteFile(URI address, String hash) {
  private static final int SHA_256_DIGITS = 64;

  /** The last part of the address. */
  String name() {
    String path = address.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The name of the algorithm of the checksum. */
  String algorithm() {
    return hash.length() == SHA_256_DIGITS ? "SHA-256" : "MD5";
  }
}
