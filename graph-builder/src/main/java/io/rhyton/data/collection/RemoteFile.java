package io.rhyton.data.collection;

import java.net.URI;

/**
 * A file that others publish.
 *
 * @param address where, http or https
 * @param md5 the checksum its publisher gives, 32 lower-case hexadecimal digits
 */
record RemoteFile(URI address, String md5) {

  /** The last part of the address. */
  String name() {
    String path = address.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
