package io.rhyton.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rhyton.data.DataException;
import io.rhyton.data.FileServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class DownloaderTest {
  private static final String NAME = "some.tar.gz";
  private static final byte[] CONTENT = randomBytes(300_000);
  private static final String MD5 = "b178315ab37418474f4c461bff400bf9";

  @TempDir private Path temporary;

  private final FileServer server = new FileServer(FileServer.byRanges(CONTENT));
  private final RemoteFile file = new RemoteFile(server.address(NAME), MD5);
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private final Downloader downloader = new Downloader(Duration.ofSeconds(10), console, false);

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void aFileIsDownloadedIntoANewFolder() throws IOException {
    Path folder = temporary.resolve("new").resolve("folder");

    Path copy = downloader.fetch(file, folder);

    assertThat(copy).isEqualTo(folder.resolve(NAME)).hasBinaryContent(CONTENT);
    assertThat(part(folder)).doesNotExist();
    assertThat(server.ranges()).containsExactly("");
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(
            "Downloading " + file.address() + "\nDownloaded some.tar.gz, 0 MB\n");
  }

  @Test
  void aTerminalShowsABar() {
    new Downloader(Duration.ofSeconds(10), console, true).fetch(file, temporary);

    assertThat(printed.toString(StandardCharsets.UTF_8)).contains(NAME).contains("100%");
  }

  @Test
  void anExistingFileIsNotRequested() throws IOException {
    Files.writeString(temporary.resolve(NAME), "kept");

    assertThat(downloader.fetch(file, temporary)).hasContent("kept");

    assertThat(server.ranges()).isEmpty();
    assertThat(printed.size()).isZero();
  }

  @Test
  void aBrokenConnectionKeepsThePart() {
    server.answer(FileServer.brokenOffAfter(CONTENT, 200_000));

    Throwable thrown = catchThrowable(() -> downloader.fetch(file, temporary));

    assertThat(thrown)
        .isInstanceOf(DataException.class)
        .hasMessage(
            file.address()
                + ": expected the whole file, got 200000 bytes, then "
                + thrown.getCause()
                + ". Call again to resume, or put the file at "
                + temporary.resolve(NAME)
                + ".");
    assertThat(thrown.getCause()).isInstanceOf(IOException.class);
    assertThat(part(temporary)).hasBinaryContent(Arrays.copyOf(CONTENT, 200_000));
    assertThat(temporary.resolve(NAME)).doesNotExist();
  }

  @Test
  void theNextCallResumes() throws IOException {
    hold(Arrays.copyOf(CONTENT, 200_000));

    assertThat(downloader.fetch(file, temporary)).hasBinaryContent(CONTENT);

    assertThat(server.ranges()).containsExactly("bytes=200000-");
    assertThat(part(temporary)).doesNotExist();
  }

  @Test
  void aServerThatCannotResumeStartsOver() throws IOException {
    server.answer(FileServer.whole(CONTENT));
    hold(new byte[200_000]);

    assertThat(downloader.fetch(file, temporary)).hasBinaryContent(CONTENT);

    assertThat(server.ranges()).containsExactly("bytes=200000-");
  }

  @Test
  void aPartWithAnotherOffsetIsNotAppended() throws IOException {
    server.answer(FileServer.fromElsewhere(CONTENT, 100_000));
    hold(Arrays.copyOf(CONTENT, 200_000));

    assertThat(downloader.fetch(file, temporary)).hasBinaryContent(CONTENT);

    assertThat(server.ranges()).containsExactly("bytes=200000-", "");
  }

  @Test
  void aCompletePartIsUsed() throws IOException {
    hold(CONTENT);

    assertThat(downloader.fetch(file, temporary)).hasBinaryContent(CONTENT);

    assertThat(server.ranges()).containsExactly("bytes=300000-");
  }

  @Test
  void aPartThatIsLongerThanTheFileStartsOver() throws IOException {
    hold(new byte[300_001]);

    assertThat(downloader.fetch(file, temporary)).hasBinaryContent(CONTENT);

    assertThat(server.ranges()).containsExactly("bytes=300001-", "");
  }

  @Test
  void aRedirectIsFollowed() {
    server.answer(
        exchange -> {
          server.answer(FileServer.whole(CONTENT));
          exchange.getResponseHeaders().set("Location", "/elsewhere/" + NAME);
          exchange.sendResponseHeaders(302, -1);
        });

    assertThat(downloader.fetch(file, temporary)).hasBinaryContent(CONTENT);
  }

  @Test
  void wrongContentIsDeletedAndBothChecksumsAreNamed() {
    server.answer(FileServer.whole("wrong".getBytes(StandardCharsets.UTF_8)));

    assertThatThrownBy(() -> downloader.fetch(file, temporary))
        .isInstanceOf(DataException.class)
        .hasMessage(
            file.address()
                + ": expected a file with MD5 "
                + MD5
                + ", got 2bda2998d9b0ee197da142a0447f6725. The file was deleted; call again, or put"
                + " the right one at "
                + temporary.resolve(NAME)
                + ".");
    assertThat(part(temporary)).doesNotExist();
    assertThat(temporary.resolve(NAME)).doesNotExist();
  }

  @Test
  void aChecksumMayBeOfSha256() {
    String sha256 = "f26cc1572c98172e04f210e200303569ba6b769968dea356f56329151e44b288";
    RemoteFile right = new RemoteFile(server.address(NAME), sha256);
    assertThat(downloader.fetch(right, temporary)).hasBinaryContent(CONTENT);

    RemoteFile wrong = new RemoteFile(server.address("other"), sha256.replace('0', '1'));
    assertThatThrownBy(() -> downloader.fetch(wrong, temporary))
        .hasMessageContaining(
            ": expected a file with SHA-256 " + wrong.hash() + ", got " + sha256 + ".");
  }

  @Test
  void aFileMayHaveNoChecksum() {
    RemoteFile unchecked = new RemoteFile(server.address(NAME), "");

    assertThat(downloader.fetch(unchecked, temporary)).hasBinaryContent(CONTENT);
  }

  @Test
  void aContentLengthThatIsTooSmallFailsTheChecksum() {
    server.answer(FileServer.whole(Arrays.copyOf(CONTENT, 299_999)));

    assertThatThrownBy(() -> downloader.fetch(file, temporary))
        .hasMessageStartingWith(file.address() + ": expected a file with MD5 " + MD5);
    assertThat(part(temporary)).doesNotExist();
  }

  @Test
  void anErrorStatusIsReportedAndKeepsThePart() throws IOException {
    server.answer(FileServer.status(404));
    hold(Arrays.copyOf(CONTENT, 10));

    assertThatThrownBy(() -> downloader.fetch(file, temporary))
        .isInstanceOf(DataException.class)
        .hasMessage(
            file.address()
                + ": expected HTTP status 200, got 404. Check the address, or put the file at "
                + temporary.resolve(NAME)
                + ".");
    assertThat(part(temporary)).hasSize(10);
  }

  @Test
  void aStalledConnectionTimesOut() {
    server.answer(FileServer.silentAfter(CONTENT, 100_000));
    Downloader impatient = new Downloader(Duration.ofSeconds(1), console, false);

    assertThatThrownBy(() -> impatient.fetch(file, temporary))
        .isInstanceOf(DataException.class)
        .hasMessage(
            file.address()
                + ": expected the whole file, got 100000 bytes, then a timeout of 1 s. Call again"
                + " to resume, or put the file at "
                + temporary.resolve(NAME)
                + ".");
  }

  @Test
  void anUnreachableServerIsNamed() {
    server.close();

    Throwable thrown = catchThrowable(() -> downloader.fetch(file, temporary));

    assertThat(thrown)
        .isInstanceOf(DataException.class)
        .hasMessage(
            file.address()
                + ": expected the whole file, got 0 bytes, then "
                + thrown.getCause()
                + ". Call again to resume, or put the file at "
                + temporary.resolve(NAME)
                + ".");
  }

  @Test
  void aFolderThatCannotBeCreatedIsNamed() throws IOException {
    Path taken = Files.createFile(temporary.resolve("taken"));

    Throwable thrown = catchThrowable(() -> downloader.fetch(file, taken));

    assertThat(thrown)
        .isInstanceOf(DataException.class)
        .hasMessage(
            taken
                + ": expected a writable folder, got "
                + thrown.getCause()
                + ". Make it writable, or choose another with the environment variable"
                + " RHYTON_HOME.");
  }

  @Test
  void anInterruptEndsTheWait() {
    server.answer(FileServer.silentAfter(CONTENT, 100_000));

    Thread.currentThread().interrupt();
    Throwable thrown = catchThrowable(() -> downloader.fetch(file, temporary));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown)
        .isInstanceOf(DataException.class)
        .hasMessage(
            file.address()
                + ": expected time to download it, got an interrupt. Call again to resume.");
  }

  @Test
  void concurrentThreadsDownloadAFileOnce() throws Exception {
    server.answer(
        exchange -> {
          pause();
          FileServer.whole(CONTENT).send(exchange);
        });
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Path> fetch = () -> downloader.fetch(file, temporary);
      for (Future<Path> copy : threads.invokeAll(Collections.nCopies(4, fetch))) {
        assertThat(copy.get(10, TimeUnit.SECONDS)).hasBinaryContent(CONTENT);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(server.ranges()).hasSize(1);
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aFileIsNamedAfterTheEndOfItsAddress() {
    RemoteFile remote = new RemoteFile(URI.create("https://example.org/~a/b.gz?c=d/e"), MD5);

    assertThat(remote.name()).isEqualTo("b.gz");
  }

  private void hold(byte[] bytes) throws IOException {
    Files.write(part(temporary), bytes);
  }

  private static Path part(Path folder) {
    return folder.resolve(NAME + ".part");
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
