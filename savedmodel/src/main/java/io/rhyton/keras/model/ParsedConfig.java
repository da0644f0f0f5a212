package io.rhyton.keras.model;

import io.rhyton.execution.DTypePolicy;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The content of a configuration.
 *
 * @param model the model
 * @param compile its compile configuration; null if there is none, or it is not supported
 * @param notCompiled the unsupported parts of the compile configuration, one line each
 * @param dialect the generation of Keras that wrote it
 * @param policies the dtype policies of the layers; empty if none are given
 */
public record ParsedConfig(
    ModelSpec model,
    @Nullable CompileSpec compile,
    List<String> notCompiled,
    KerasDialect dialect,
    Set<DTypePolicy> policies) {}
