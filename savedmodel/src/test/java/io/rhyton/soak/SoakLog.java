package io.rhyton.soak;

import io.rhyton.checkpoint.ResidentMemory;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;

/** Prints the memory of a long run, and by how much it grew. */
final class SoakLog {
  private static final int LINES = 20;
  private static final double MINUTE = 60e9;

  private final double minutes;
  private final PrintStream out = System.out;
  private final long begun = System.nanoTime();
  private int lines;
  private long rounds;
  private long predictions;
  private double halfMinute;
  private long halfResident;

  /**
   * Creates a log.
   *
   * @param minutes how long to run; 0 for one round that prints nothing
   */
  SoakLog(double minutes) {
    this.minutes = minutes;
  }

  /** Adds a round, and prints a line now and then. */
  void add(long predictionsInRound) throws IOException {
    rounds++;
    predictions += predictionsInRound;
    if (minutes > 0 && minute() >= (lines + 1) * minutes / LINES) {
      long resident = residentMiB();
      if (lines == 0) {
        out.println("minute  rounds  predictions  resident MiB  native objects  native MiB");
      }
      lines++;
      if (lines == LINES / 2) {
        halfMinute = minute();
        halfResident = resident;
      }
      out.printf(
          Locale.ROOT,
          "%6.1f %7d %12d %13d %15d %11.1f%n",
          minute(),
          rounds,
          predictions,
          resident,
          Pointer.totalCount(),
          Pointer.totalBytes() / 1048576.0);
    }
  }

  boolean isDone() {
    return minute() >= minutes;
  }

  /** Prints the growth in the second half: in the first one, memory pools fill. */
  void printTotal() throws IOException {
    if (halfMinute > 0) {
      double hours = (minute() - halfMinute) / 60;
      out.printf(
          Locale.ROOT,
          "in the second half, resident memory grew by %.1f MiB per hour%n",
          (residentMiB() - halfResident) / hours);
    }
  }

  private double minute() {
    return (System.nanoTime() - begun) / MINUTE;
  }

  /** Returns the resident memory; 0 on systems that do not report it. */
  private static long residentMiB() throws IOException {
    return ResidentMemory.kib().orElse(0) / 1024;
  }
}
