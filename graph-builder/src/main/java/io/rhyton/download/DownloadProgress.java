package io.rhyton.download;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Reports the progress of a download: a bar on a terminal, otherwise one line at the start and one
 * at the end.
 */
final class DownloadProgress implements AutoCloseable {
  private static final long MEGABYTE = 1_000_000;

  private final String name;
  private final PrintStream console;
  private final @Nullable ProgressBar bar;

  private DownloadProgress(String name, PrintStream console, @Nullable ProgressBar bar) {
    this.name = name;
    this.console = console;
    this.bar = bar;
  }

  static DownloadProgress start(RemoteFile file, PrintStream console, boolean terminal) {
    if (!terminal) {
      console.println("Downloading " + file.address());
      return new DownloadProgress(file.name(), console, null);
    }
    return new DownloadProgress(
        file.name(),
        console,
        new ProgressBarBuilder()
            .setTaskName(file.name())
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(" MB", MEGABYTE)
            .setInitialMax(-1)
            .setConsumer(new ConsoleProgressBarConsumer(console))
            .build());
  }

  /** Sets the total number of bytes, once it is known. */
  void expect(long bytes) {
    if (bar != null) {
      bar.maxHint(bytes);
    }
  }

  /** Sets the number of bytes downloaded so far. */
  void reach(long bytes) {
    if (bar != null) {
      bar.stepTo(bytes);
    }
  }

  /** Reports that the download is complete. */
  void finish(long bytes) {
    reach(bytes);
    if (bar == null) {
      console.println("Downloaded " + name + ", " + bytes / MEGABYTE + " MB");
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
