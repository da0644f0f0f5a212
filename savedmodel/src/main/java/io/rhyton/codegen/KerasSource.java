package io.rhyton.codegen;

import io.rhyton.error.MessageText;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * Prints a model as the Java code that builds it, for users who want to continue in Java.
 *
 * <pre>{@code
 * System.out.println(KerasSource.print("MyModel", KerasFile.read(file).spec()));
 * }</pre>
 */
public final class KerasSource {
  /** Methods that every class inherits. */
  private static final List<String> RESERVED =
      List.of(
          "clone",
          "compileSpec",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "spec",
          "toString",
          "wait");

  private final SourceImports imports = new SourceImports();
  private final SourceNames names = new SourceNames(RESERVED);
  private final Map<ModelSpec, String> methods = new LinkedHashMap<>();
  private final Map<String, String> bodies = new LinkedHashMap<>();

  private KerasSource() {}

  /**
   * Returns the source file of a class with a method {@code spec()} that returns an equal model.
   *
   * @param className the name of the class
   * @param spec the model
   * @throws IllegalArgumentException if the name is not a valid class name, or the code uses it
   */
  public static String print(String className, ModelSpec spec) {
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(spec, "spec");
    return new KerasSource().text(className, spec, null);
  }

  /**
   * Returns the source file of a class with methods {@code spec()} and {@code compileSpec()} that
   * return equal values.
   *
   * @param className the name of the class
   * @param spec the model
   * @param compileSpec the compile configuration
   * @throws IllegalArgumentException if the name is not a valid class name, or the code uses it
   */
  public static String print(String className, ModelSpec spec, CompileSpec compileSpec) {
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(compileSpec, "compileSpec");
    return new KerasSource().text(className, spec, compileSpec);
  }

  private String text(String className, ModelSpec spec, @Nullable CompileSpec compileSpec) {
    String type = imports.type(ModelSpec.class);
    ModelSource models = new ModelSource(imports, new LayerSource(imports, this::method));
    StringBuilder text = new StringBuilder();
    text.append(method("static " + type + " spec()", models.print(spec).toString()));
    if (compileSpec != null) {
      SourceExpression value = new CompileSource(imports).print(compileSpec);
      text.append('\n')
          .append(
              method(
                  "static " + imports.type(CompileSpec.class) + " compileSpec()",
                  new ModelStatements(List.of(), value).toString()));
    }
    // Printing one may find more nested models.
    while (bodies.size() < methods.size()) {
      Map.copyOf(methods)
          .forEach(
              (model, name) ->
                  bodies.computeIfAbsent(name, unknown -> models.print(model).toString()));
    }
    methods
        .values()
        .forEach(
            name ->
                text.append('\n')
                    .append(
                        method("private static " + type + " " + name + "()", bodies.get(name))));
    if (!SourceVersion.isName(className) || className.contains(".") || imports.has(className)) {
      throw new IllegalArgumentException(
          "className must be a valid class name that the program does not use, got "
              + MessageText.name(className));
    }
    return imports
        + "\n/** The model '"
        + spec.name()
        + "'. */\nfinal class "
        + className
        + " {\n\n"
        + text
        + "}\n";
  }

  private String method(ModelSpec model) {
    String known = methods.get(model);
    if (known == null) {
      known = names.next(model.name());
      methods.put(model, known);
    }
    return known;
  }

  private static String method(String head, @Nullable String body) {
    return "  " + head + " {\n" + body + "  }\n";
  }
}
