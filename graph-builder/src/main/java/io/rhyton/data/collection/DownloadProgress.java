package io.rhyton.data.collection;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Tells how far a download is: a bar on a terminal, else a line at its start and at its end. */
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

  /** Says how many bytes there will be, once that is known. */
  void expect(long bytes) {
    if (bar != null) {
      bar.maxHint(bytes);
    }
  }

  /** Says how many bytes there are. */
  void reach(long bytes) {
    if (bar != null) {
      bar.stepTo(bytes);
    }
  }

  /** Says that all of the file is there. */
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
