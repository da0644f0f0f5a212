package io.rhyton.codegen;

import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.compile.Objective;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Prints a compile configuration. */
final class CompileSource {
  private final SourceImports imports;
  private final RecordSource records;

  CompileSource(SourceImports imports) {
    this.imports = imports;
    this.records = new RecordSource(imports);
  }

  SourceExpression print(CompileSpec compile) {
    SourceExpression optimizer = records.print((Record) compile.optimizer());
    @Nullable Objective common = compile.common();
    if (common == null) {
      return byOutput(optimizer, compile.outputs());
    }
    List<SourceExpression> arguments = new ArrayList<>(List.of(optimizer));
    arguments.add(records.print((Record) Objects.requireNonNull(common.loss())));
    arguments.addAll(metrics(common));
    return imports.of(CompileSpec.class).call("of", arguments);
  }

  private SourceExpression byOutput(SourceExpression optimizer, Map<String, Objective> outputs) {
    SourceExpression text = imports.of(CompileSpec.class).call("of", optimizer);
    for (Map.Entry<String, Objective> output : outputs.entrySet()) {
      SourceExpression name = SourceExpression.string(output.getKey());
      Objective objective = output.getValue();
      @Nullable Loss loss = objective.loss();
      text =
          loss == null
              ? text.call("noLoss", name)
              : text.call("loss", name, records.print((Record) loss));
      if (objective.lossWeight() != 1) {
        text = text.call("lossWeight", name, SourceExpression.of(objective.lossWeight()));
      }
      if (!objective.metrics().isEmpty()) {
        List<SourceExpression> arguments = new ArrayList<>(List.of(name));
        arguments.addAll(metrics(objective));
        text = text.call("metrics", arguments);
      }
    }
    return text;
  }

  private List<SourceExpression> metrics(Objective objective) {
    List<SourceExpression> metrics = new ArrayList<>();
    for (Metric metric : objective.metrics()) {
      metrics.add(records.print((Record) metric));
    }
    return metrics;
  }
}
