package io.rhyton.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Java file of any module.
 *
 * @param path where it is
 * @param text its code
 */
record SourceFile(Path path, String text) {
  private static final Path ROOT = Path.of("..");
  static final List<String> MODULES =
      List.of("tf-model", "graph-builder", "savedmodel", "examples");
  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("^public .*\\b(class|record|interface|enum|@interface) ", Pattern.MULTILINE);

  /** The main code of all modules. */
  static List<SourceFile> main() {
    return files("main");
  }

  /** The tests of all modules. */
  static List<SourceFile> test() {
    return files("test");
  }

  private static List<SourceFile> files(String kind) {
    return MODULES.stream()
        .map(module -> ROOT.resolve(module).resolve("src").resolve(kind).resolve("java"))
        .flatMap(SourceFile::below)
        .toList();
  }

  private static Stream<SourceFile> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(path -> path.toString().endsWith(".java"))
          .sorted()
          .map(SourceFile::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile read(Path path) {
    try {
      return new SourceFile(path, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The package that it declares; empty for a module. */
  String packageName() {
    Matcher declaration = PACKAGE.matcher(text);
    return declaration.find() ? declaration.group(1) : "";
  }

  /** Whether it declares a public type. */
  boolean isPublicType() {
    return PUBLIC_TYPE.matcher(text).find();
  }

  /** The name of the file without its ending, such as {@code Conv2D}. */
  String typeName() {
    String name = path.getFileName().toString();
    return name.substring(0, name.length() - ".java".length());
  }
}
