package io.rhyton.console;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Detects whether standard output is a terminal. */
public final class Terminal {
  private Terminal() {}

  /** Whether the console of this process is a terminal. */
  public static boolean isPresent() {
    return isTerminal(System.console());
  }

  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      // Since JDK 22 there may be a console without a terminal, and a method to check.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
