package io.rhyton.examples.cli;

import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasModel;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.compile.Objective;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.optimizer.OptimizerState;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a Keras file contains. */
@Command(
    name = "inspect",
    description = "Prints the layers, compile configuration and Keras version of a model file.")
final class Inspect implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "A .keras or .h5 file, a config.json file, or a SavedModel folder of Keras 2.")
  private Path file = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(text(KerasFile.read(file)));
    out.flush();
    return 0;
  }

  static String text(KerasModel model) {
    StringBuilder text = new StringBuilder(model.spec().summary());
    line(text, "Written by", model.kerasVersion().map(version -> "Keras " + version).orElse("?"));
    line(text, "Weights", model.weights().isPresent() ? "in the file" : "none");
    model
        .compileSpec()
        .ifPresentOrElse(
            compile -> addCompile(text, compile), () -> line(text, "Compiled", notCompiled(model)));
    line(text, "Optimizer state", model.optimizerState().map(Inspect::state).orElse("none"));
    return text.toString();
  }

  private static void addCompile(StringBuilder text, CompileSpec compile) {
    line(text, "Optimizer", compile.optimizer().toString());
    @Nullable Objective common = compile.common();
    if (common != null) {
      addObjective(text, "", common);
    }
    compile.outputs().forEach((name, objective) -> addObjective(text, " of " + name, objective));
  }

  private static void addObjective(StringBuilder text, String of, Objective objective) {
    String weight = objective.lossWeight() == 1 ? "" : " times " + objective.lossWeight();
    line(text, "Loss" + of, objective.loss() == null ? "none" : objective.loss() + weight);
    line(
        text,
        "Metrics" + of,
        objective.metrics().stream().map(Metric::name).collect(Collectors.joining(", ")));
  }

  private static String notCompiled(KerasModel model) {
    return model.compileProblems().isEmpty()
        ? "no"
        : "with features that Rhyton does not support: "
            + String.join("; ", model.compileProblems());
  }

  private static String state(OptimizerState state) {
    Float rate = state.learningRate();
    return String.format(
        Locale.ROOT,
        "after %,d steps, learning rate %s",
        state.iteration(),
        rate == null ? "from a schedule" : rate.toString());
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append(String.format(Locale.ROOT, " %-16s %s%n", label, value));
  }
}
