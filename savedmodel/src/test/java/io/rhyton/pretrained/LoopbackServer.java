package io.rhyton.pretrained;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Serves the files of a folder on this machine, and remembers what was requested. */
final class LoopbackServer implements AutoCloseable {
  private final HttpServer server;
  private final List<String> requests = new ArrayList<>();

  LoopbackServer(Path folder) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String name = Path.of(exchange.getRequestURI().getPath()).getFileName().toString();
          requests.add(name);
          byte[] content = Files.readAllBytes(folder.resolve(name));
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    server.start();
  }

  /** The address here of what has that address elsewhere. */
  URI address(URI published) {
    return URI.create(
            "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort())
        .resolve(published.getPath());
  }

  List<String> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
