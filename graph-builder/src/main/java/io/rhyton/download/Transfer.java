package io.rhyton.download;

import io.rhyton.data.DataException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Downloads a remote file into a part file, resuming at its end.
 *
 * <p>Source: RFC 9110, section 14 (range requests).
 */
final class Transfer {
  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final long POLL_MILLIS = 100;

  private final RemoteFile file;
  private final Path part;
  private final Path target;
  private final Duration patience;
  private final DownloadProgress progress;
  private final HttpClient client;

  Transfer(RemoteFile file, Path part, Path target, Duration patience, DownloadProgress progress) {
    this.file = file;
    this.part = part;
    this.target = target;
    this.patience = patience;
    this.progress = progress;
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience)
            .build();
  }

  /**
   * Requests the missing part, or the whole file if the server cannot resume.
   *
   * @throws DataException if the server refuses, the connection breaks or times out
   */
  void run() throws IOException, InterruptedException {
    long held = size();
    ResponseInfo answer = receive(held);
    if (held > 0 && isElsewhere(answer, held)) {
      Files.delete(part);
      held = 0;
      answer = receive(held);
    }
    if (!brings(answer, held) && !hasNoMore(answer, held)) {
      throw new DataException(
          file.address().toString(),
          "HTTP status 200",
          Integer.toString(answer.statusCode()),
          "Check the address, or put the file at " + target + ".");
    }
  }

  private long size() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  private static boolean brings(ResponseInfo answer, long held) {
    return answer.statusCode() == OK
        || (held > 0
            && answer.statusCode() == PARTIAL_CONTENT
            && contentRange(answer).startsWith("bytes " + held + "-"));
  }

  /** Whether the part is already complete; its checksum is verified later. */
  private static boolean hasNoMore(ResponseInfo answer, long held) {
    return held > 0
        && answer.statusCode() == RANGE_NOT_SATISFIABLE
        && contentRange(answer).equals("bytes */" + held);
  }

  private static boolean isElsewhere(ResponseInfo answer, long held) {
    return (answer.statusCode() == PARTIAL_CONTENT && !brings(answer, held))
        || (answer.statusCode() == RANGE_NOT_SATISFIABLE && !hasNoMore(answer, held));
  }

  private static String contentRange(ResponseInfo answer) {
    return answer.headers().firstValue("Content-Range").orElse("");
  }

  private ResponseInfo receive(long held) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(file.address());
    if (held > 0) {
      request.header("Range", "bytes=" + held + "-");
    }
    CompletableFuture<HttpResponse<ResponseInfo>> response =
        client.sendAsync(request.build(), answer -> subscriber(answer, held));
    try {
      return await(response).body();
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw broken(size() + " bytes, then " + cause, cause);
    } catch (TimeoutException e) {
      throw broken(size() + " bytes, then a timeout of " + patience.toSeconds() + " s", e);
    } finally {
      response.cancel(true);
    }
  }

  private BodySubscriber<ResponseInfo> subscriber(ResponseInfo answer, long held) {
    if (!brings(answer, held)) {
      return BodySubscribers.replacing(answer);
    }
    long start = answer.statusCode() == OK ? 0 : held;
    answer
        .headers()
        .firstValueAsLong("Content-Length")
        .ifPresent(length -> progress.expect(start + length));
    BodySubscriber<Path> file =
        start == 0
            ? BodySubscribers.ofFile(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)
            : BodySubscribers.ofFile(part, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    return BodySubscribers.mapping(file, path -> answer);
  }

  /**
   * Waits for completion as long as the file grows. (The timeout of a request covers only the
   * headers up to JDK 25, and the body, too, from then on.)
   */
  private <T> T await(CompletableFuture<T> response)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    long size = size();
    long grown = System.nanoTime();
    while (true) {
      try {
        return response.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (size() != size) {
          size = size();
          grown = System.nanoTime();
          progress.reach(size);
        } else if (System.nanoTime() - grown > patience.toNanos()) {
          throw e;
        }
      }
    }
  }

  private DataException broken(String received, Throwable cause) {
    return new DataException(
        file.address().toString(),
        "the whole file",
        received,
        "Call again to resume, or put the file at " + target + ".",
        cause);
  }
}
