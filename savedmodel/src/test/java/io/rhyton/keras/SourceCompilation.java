package io.rhyton.keras;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a program in memory, with warnings as errors, and runs its methods. */
final class SourceCompilation extends ClassLoader {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** Shared, because opening the class path takes most of the compilation time. */
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, null);

  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

  private SourceCompilation() {
    super(SourceCompilation.class.getClassLoader());
  }

  /** Compiles classes from source and returns the results of their static no-argument methods. */
  static Map<String, Object> results(Map<String, String> sources, String method) {
    SourceCompilation loader = new SourceCompilation();
    loader.compile(sources);
    Map<String, Object> results = new HashMap<>();
    sources.keySet().forEach(name -> results.put(name, loader.result(name, method)));
    return results;
  }

  private void compile(Map<String, String> sources) {
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none", "-Xlint:all", "-Werror", "-cp", System.getProperty("java.class.path"));
    List<Source> units =
        sources.entrySet().stream()
            .map(source -> new Source(source.getKey(), source.getValue()))
            .toList();
    if (!COMPILER.getTask(messages, new Memory(FILES), null, options, null, units).call()) {
      throw new AssertionError(messages + "\n" + sources.values());
    }
  }

  private Object result(String className, String method) {
    try {
      Method found = loadClass(className).getDeclaredMethod(method);
      found.setAccessible(true);
      return found.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ByteArrayOutputStream code = classes.get(name);
    if (code == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, code.toByteArray(), 0, code.size());
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(URI.create("string:///" + className + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    Memory(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("mem:///" + className + kind.extension), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream code = new ByteArrayOutputStream();
          classes.put(className, code);
          return code;
        }
      };
    }
  }
}
