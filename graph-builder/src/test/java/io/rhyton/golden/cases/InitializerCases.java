package io.rhyton.golden.cases;

import io.rhyton.model.weight.Constant;
import io.rhyton.model.weight.GlorotNormal;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.HeNormal;
import io.rhyton.model.weight.HeUniform;
import io.rhyton.model.weight.IdentityInitializer;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.LecunNormal;
import io.rhyton.model.weight.LecunUniform;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Orthogonal;
import io.rhyton.model.weight.RandomNormal;
import io.rhyton.model.weight.RandomUniform;
import io.rhyton.model.weight.TruncatedNormal;
import io.rhyton.model.weight.VarianceScaling;
import io.rhyton.model.weight.Zeros;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The initializers of {@code initializer_cases.py}, without the shapes. */
public final class InitializerCases {
  private static final long SEED = 7;

  private final Map<String, Initializer> cases = new LinkedHashMap<>();

  private InitializerCases() {}

  public static Map<String, Initializer> all() {
    InitializerCases all = new InitializerCases();
    all.constants();
    all.normals();
    all.uniforms();
    all.scaled();
    return all.cases;
  }

  private void constants() {
    cases.put("constant", Constant.of(0.3));
    cases.put("identity", IdentityInitializer.of().gain(0.7));
    cases.put("ones", Ones.of());
    cases.put("zeros", Zeros.of());
  }

  private void normals() {
    RandomNormal normal = RandomNormal.of().seed(SEED);
    TruncatedNormal truncated = TruncatedNormal.of().seed(SEED);
    cases.put("orthogonal", Orthogonal.of().gain(0.7).seed(SEED));
    cases.put("random_normal", normal);
    cases.put("random_normal_options", normal.mean(0.3).stddev(0.7));
    cases.put("truncated_normal", truncated);
    cases.put("truncated_normal_options", truncated.mean(0.3).stddev(0.7));
  }

  private void uniforms() {
    RandomUniform uniform = RandomUniform.of().seed(SEED);
    cases.put("random_uniform", uniform);
    cases.put("random_uniform_options", uniform.minval(-1).maxval(0.7));
  }

  private void scaled() {
    cases.put("glorot_normal", GlorotNormal.of().seed(SEED));
    cases.put("glorot_uniform", GlorotUniform.of().seed(1337));
    cases.put("he_normal", HeNormal.of().seed(1337));
    cases.put("he_uniform", HeUniform.of().seed(SEED));
    cases.put("lecun_normal", LecunNormal.of().seed(SEED));
    cases.put("lecun_uniform", LecunUniform.of().seed(SEED));
    for (long seed : new long[] {0, 42, (1L << 31) - 2, (1L << 31) - 1, 1L << 31, (1L << 32) - 1}) {
      cases.put("glorot_uniform seed " + seed, GlorotUniform.of().seed(seed));
    }
    for (VarianceScaling.Mode mode : VarianceScaling.Mode.values()) {
      for (VarianceScaling.Distribution distribution : VarianceScaling.Distribution.values()) {
        cases.put(
            "variance_scaling_" + lowerCase(mode) + "_" + lowerCase(distribution),
            VarianceScaling.of().scale(0.7).mode(mode).distribution(distribution).seed(SEED));
      }
    }
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
