package io.rhyton.keras;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.objective.MeanSquaredError;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Minimizes a failing case for as long as it still fails. */
final class CaseMinimizer {
  private static final int TRIES = 150;

  private final Predicate<RandomCase> fails;
  private final Set<RandomCase> tried = new HashSet<>();

  private CaseMinimizer(Predicate<RandomCase> fails) {
    this.fails = fails;
  }

  static RandomCase smallest(RandomCase failing, Predicate<RandomCase> fails) {
    return new CaseMinimizer(fails).shrink(failing);
  }

  private RandomCase shrink(RandomCase failing) {
    RandomCase smallest = failing;
    Iterator<RandomCase> candidates = candidates(smallest).iterator();
    while (candidates.hasNext() && tried.size() < TRIES) {
      RandomCase candidate = candidates.next();
      if (tried.add(candidate) && fails.test(candidate)) {
        smallest = candidate;
        candidates = candidates(smallest).iterator();
      }
    }
    return smallest;
  }

  private static Stream<RandomCase> candidates(RandomCase failing) {
    ModelSpec spec = failing.spec();
    CompileSpec plain = CompileSpec.of(RandomCase.STEEP, MeanSquaredError.of());
    return Stream.concat(
        Stream.of(
            with(failing, spec, plain),
            new RandomCase(spec, failing.compileSpec(), 1, failing.seed(), failing.isOfAnySize()),
            new RandomCase(spec, failing.compileSpec(), failing.samples(), failing.seed(), false)),
        SmallerModels.of(spec)
            .filter(model -> !failing.isOfAnySize() || AnySize.of(model).isPresent())
            .map(model -> with(failing, model, compileSpec(failing, model))));
  }

  private static RandomCase with(RandomCase failing, ModelSpec spec, CompileSpec compileSpec) {
    return new RandomCase(
        spec, compileSpec, failing.samples(), failing.seed(), failing.isOfAnySize());
  }

  /** Losses by name only match the same outputs. */
  private static CompileSpec compileSpec(RandomCase failing, ModelSpec model) {
    return model.outputs().equals(failing.spec().outputs())
            || failing.compileSpec().common() != null
        ? failing.compileSpec()
        : CompileSpec.of(failing.compileSpec().optimizer(), MeanSquaredError.of());
  }
}
