package io.rhyton.keras;

import io.rhyton.model.training.CompileSpec;
import java.util.ArrayList;
import java.util.List;

/** Prints how a model is compiled. */
final class CompileSource {
  private final SourceImports imports;
  private final RecordSource records;

  CompileSource(SourceImports imports) {
    this.imports = imports;
    this.records = new RecordSource(imports);
  }

  SourceExpression print(CompileSpec compile) {
    List<SourceExpression> arguments = new ArrayList<>();
    arguments.add(records.print((Record) compile.optimizer()));
    arguments.add(records.print((Record) compile.loss()));
    compile.metrics().forEach(metric -> arguments.add(records.print((Record) metric)));
    return imports.of(CompileSpec.class).call("of", arguments);
  }
}
