package io.rhyton.keras.model;

import io.rhyton.keras.codec.DtypePolicy;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration says.
 *
 * @param model the model
 * @param compile how it was compiled; null if it was not, or not in a way that Rhyton has
 * @param notCompiled what Rhyton has not of how it was compiled, one line each; empty if there is
 *     nothing
 * @param dialect which Keras wrote it
 * @param policies what the layers compute with; empty if that is not told
 */
public record ModelConfig(
    ModelSpec model,
    @Nullable CompileSpec compile,
    List<String> notCompiled,
    KerasDialect dialect,
    Set<DtypePolicy> policies) {}
