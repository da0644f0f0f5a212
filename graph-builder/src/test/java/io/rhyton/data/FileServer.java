package io.rhyton.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A local server for one file, correct or faulty. */
public final class FileServer implements AutoCloseable {

  /** The server's response to a request. */
  public interface Answer {
    void send(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private volatile Answer answer;

  public FileServer(Answer answer) {
    this.answer = answer;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ranges.add(range(exchange));
      answer.send(exchange);
    }
  }

  private static String range(HttpExchange exchange) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    return range == null ? "" : range;
  }

  public void answer(Answer next) {
    answer = next;
  }

  /** The Range headers of the requests so far; empty for requests without one. */
  public List<String> ranges() {
    return List.copyOf(ranges);
  }

  public URI address(String name) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/data/" + name);
  }

  /** The whole file, ignoring ranges. */
  public static Answer whole(byte[] content) {
    return exchange -> send(exchange, 200, content.length, content, 0, content.length);
  }

  /** The requested range. */
  public static Answer byRanges(byte[] content) {
    return exchange -> {
      String range = range(exchange);
      if (range.isEmpty()) {
        send(exchange, 200, content.length, content, 0, content.length);
        return;
      }
      int start = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
      if (start >= content.length) {
        contentRange(exchange, "bytes */" + content.length);
        status(416).send(exchange);
        return;
      }
      contentRange(exchange, "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
      send(exchange, 206, content.length - start, content, start, content.length - start);
    };
  }

  /** A range that was not requested, then the whole file. */
  public static Answer fromElsewhere(byte[] content, int start) {
    return exchange -> {
      if (range(exchange).isEmpty()) {
        whole(content).send(exchange);
        return;
      }
      contentRange(exchange, "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
      send(exchange, 206, content.length - start, content, start, content.length - start);
    };
  }

  /** Announces the whole file, sends a part and closes the connection. */
  public static Answer brokenOffAfter(byte[] content, int count) {
    return exchange -> send(exchange, 200, content.length, content, 0, count);
  }

  /** Announces the whole file, sends a part and stalls. */
  public static Answer silentAfter(byte[] content, int count) {
    return exchange -> {
      send(exchange, 200, content.length, content, 0, count);
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  public static Answer status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  private static void contentRange(HttpExchange exchange, String range) {
    exchange.getResponseHeaders().set("Content-Range", range);
  }

  private static void send(
      HttpExchange exchange, int status, int length, byte[] content, int from, int count)
      throws IOException {
    exchange.sendResponseHeaders(status, length);
    OutputStream body = exchange.getResponseBody();
    body.write(content, from, count);
    body.flush();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
