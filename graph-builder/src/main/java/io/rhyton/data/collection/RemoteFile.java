package io.rhyton.data.collection;

import java.net.URI;

/**
 * A published file.
 *
 * @param address its http or https address
 * @param md5 the published checksum, 32 lower-case hexadecimal digits
 */
record RemoteFile(URI address, String md5) {

  /** The last part of the address. */
  String name() {
    String path = address.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
