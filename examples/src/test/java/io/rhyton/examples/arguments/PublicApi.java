package io.rhyton.examples.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public constructors and methods of a module: those of public types of exported packages. */
final class PublicApi {
  private PublicApi() {}

  /** The public types, sorted by name. */
  static List<Class<?>> types(Class<?> anyOfModule) throws IOException {
    URL found = anyOfModule.getResource(anyOfModule.getSimpleName() + ".class");
    URI at = URI.create(found.toString());
    if (!"jar".equals(at.getScheme())) {
      Path root = Path.of(at);
      for (int up = anyOfModule.getName().split("\\.").length; up > 0; up--) {
        root = root.getParent();
      }
      return types(root);
    }
    try (FileSystem jar = FileSystems.newFileSystem(at, Map.of())) {
      return types(jar.getPath("/"));
    }
  }

  private static List<Class<?>> types(Path root) throws IOException {
    Set<String> exported;
    try (InputStream descriptor = Files.newInputStream(root.resolve("module-info.class"))) {
      exported =
          ModuleDescriptor.read(descriptor).exports().stream()
              .filter(exports -> !exports.isQualified())
              .map(ModuleDescriptor.Exports::source)
              .collect(Collectors.toSet());
    }
    List<Class<?>> types = new ArrayList<>();
    for (String name : exported) {
      try (Stream<Path> files = Files.list(root.resolve(name.replace('.', '/')))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(".class") && !file.startsWith("package-info"))
            .map(file -> load(name + "." + file.substring(0, file.length() - ".class".length())))
            .filter(PublicApi::isPublic)
            .forEach(types::add);
      }
    }
    types.sort(Comparator.comparing(Class::getName));
    return types;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name, e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (!Modifier.isPublic(each.getModifiers())) {
        return false;
      }
    }
    return !type.isAnonymousClass() && !type.isSynthetic();
  }

  /**
   * The constructors and methods with parameters that the type itself declares, without those that
   * implement a method of an interface or class: callers see the declaration above.
   */
  static List<Executable> entryPoints(Class<?> type) {
    List<Executable> found = new ArrayList<>();
    if (!Modifier.isAbstract(type.getModifiers())) {
      for (Constructor<?> constructor : type.getConstructors()) {
        found.add(constructor);
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())
          && !method.isSynthetic()
          && !method.isBridge()
          && !Modifier.isAbstract(method.getModifiers())
          && (Modifier.isStatic(method.getModifiers()) || !overrides(type, method))) {
        found.add(method);
      }
    }
    if (type.isEnum()) {
      found.removeIf(each -> each.getName().equals("valueOf"));
    }
    found.removeIf(each -> each.getParameterCount() == 0);
    found.sort(Comparator.comparing(PublicApi::text));
    return found;
  }

  private static boolean overrides(Class<?> type, Method method) {
    return supertypes(type)
        .flatMap(above -> Arrays.stream(above.getDeclaredMethods()))
        .anyMatch(
            above ->
                above.getName().equals(method.getName())
                    && above.getParameterCount() == method.getParameterCount()
                    && !Modifier.isStatic(above.getModifiers()));
  }

  private static Stream<Class<?>> supertypes(Class<?> type) {
    List<Class<?>> above = new ArrayList<>(List.of(type.getInterfaces()));
    if (type.getSuperclass() != null) {
      above.add(type.getSuperclass());
    }
    return above.stream().flatMap(each -> Stream.concat(Stream.of(each), supertypes(each)));
  }

  /** The simple names of the type, the method and its parameters. */
  static String text(Executable executable) {
    String owner = executable.getDeclaringClass().getName().replaceAll("^.*\\.", "");
    String name =
        executable instanceof Constructor ? "new " + owner : owner + "." + executable.getName();
    return Arrays.stream(executable.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", name + "(", ")"));
  }
}
