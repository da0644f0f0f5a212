package io.rhyton.golden.cases;

import io.rhyton.model.optimizer.Adadelta;
import io.rhyton.model.optimizer.Adagrad;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.AdamW;
import io.rhyton.model.optimizer.Adamax;
import io.rhyton.model.optimizer.Ftrl;
import io.rhyton.model.optimizer.Lion;
import io.rhyton.model.optimizer.Nadam;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.RMSprop;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.schedule.CosineDecay;
import io.rhyton.model.schedule.CosineDecayRestarts;
import io.rhyton.model.schedule.ExponentialDecay;
import io.rhyton.model.schedule.InverseTimeDecay;
import io.rhyton.model.schedule.LearningRate;
import io.rhyton.model.schedule.PiecewiseConstantDecay;
import io.rhyton.model.schedule.PolynomialDecay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The optimizers of {@code optimizer_cases.py}. */
public final class OptimizerCases {
  private final Map<String, Optimizer> cases = new LinkedHashMap<>();

  private OptimizerCases() {}

  public static Map<String, Optimizer> all() {
    OptimizerCases all = new OptimizerCases();
    all.momentums();
    all.adams();
    all.others();
    all.clipped();
    all.averaged();
    all.accumulated();
    all.scheduled();
    return all.cases;
  }

  private void momentums() {
    SGD momentum = SGD.of(0.05).momentum(0.9);
    cases.put("sgd", SGD.of());
    cases.put("sgd_momentum", momentum);
    cases.put("sgd_nesterov", momentum.nesterov(true));
    cases.put("sgd_nesterov_without_momentum", SGD.of(0.05).nesterov(true));
    cases.put("sgd_weight_decay", momentum.weightDecay(0.3));
  }

  private void adams() {
    cases.put("adam", Adam.of());
    cases.put("adam_options", Adam.of(0.05).beta1(0.7).beta2(0.9).epsilon(0.01));
    cases.put("adam_amsgrad", Adam.of(0.05).beta2(0.6).epsilon(0.01).amsgrad(true));
    cases.put("adam_w", AdamW.of());
    cases.put("adam_w_amsgrad", AdamW.of(0.05).weightDecay(0.2).amsgrad(true));
    cases.put(
        "adam_w_excluding",
        AdamW.of(0.05).weightDecay(0.3).excludeFromWeightDecay("bias", "nothing"));
    cases.put("adamax", Adamax.of());
    cases.put("adamax_options", Adamax.of(0.05).beta1(0.7).beta2(0.9).epsilon(0.01));
    cases.put("nadam", Nadam.of());
    cases.put("nadam_options", Nadam.of(0.05).beta1(0.7).beta2(0.9).epsilon(0.01));
  }

  private void others() {
    RMSprop centered = RMSprop.of(0.02).centered(true).epsilon(0.01);
    cases.put("rms_prop", RMSprop.of());
    cases.put("rms_prop_options", RMSprop.of(0.05).rho(0.7).epsilon(0.01));
    cases.put("rms_prop_momentum", RMSprop.of(0.02).momentum(0.8));
    cases.put("rms_prop_centered", centered);
    cases.put("rms_prop_centered_momentum", centered.momentum(0.5).weightDecay(0.1));
    cases.put("adagrad", Adagrad.of());
    cases.put("adagrad_options", Adagrad.of(0.1).initialAccumulatorValue(0.25).epsilon(0.01));
    cases.put("adadelta", Adadelta.of());
    cases.put("adadelta_options", Adadelta.of(1).rho(0.7).epsilon(0.01));
    cases.put("lion", Lion.of());
    cases.put("lion_options", Lion.of(0.03).beta1(0.5).beta2(0.7).weightDecay(0.1));
    cases.put("ftrl", Ftrl.of());
    cases.put(
        "ftrl_options",
        Ftrl.of(0.1)
            .learningRatePower(-0.4)
            .initialAccumulatorValue(0.2)
            .l1RegularizationStrength(0.02)
            .l2RegularizationStrength(0.03)
            .l2ShrinkageRegularizationStrength(0.01)
            .beta(0.05));
  }

  private void clipped() {
    cases.put("clipnorm", SGD.of(0.1).clipnorm(0.2));
    cases.put("clipvalue", RMSprop.of(0.1).clipvalue(0.1));
    cases.put("global_clipnorm", SGD.of(0.1).momentum(0.5).globalClipnorm(0.3));
    cases.put("global_clipnorm_unreached", SGD.of(0.1).globalClipnorm(50));
    cases.put("loss_scale_factor", Adam.of(0.05).lossScaleFactor(64));
  }

  private void averaged() {
    cases.put("ema", SGD.of(0.1).useEma(true).emaMomentum(0.7));
    cases.put(
        "ema_overwrite", Adam.of(0.05).useEma(true).emaMomentum(0.6).emaOverwriteFrequency(3));
  }

  private void accumulated() {
    cases.put("accumulation", Adam.of(0.05).gradientAccumulationSteps(2));
    cases.put(
        "accumulation_of_all",
        Nadam.of(InverseTimeDecay.of(0.05, 2, 0.5))
            .gradientAccumulationSteps(3)
            .globalClipnorm(0.3)
            .weightDecay(0.1)
            .useEma(true)
            .emaOverwriteFrequency(2));
  }

  private void scheduled() {
    ExponentialDecay exponential = ExponentialDecay.of(0.2, 3, 0.5);
    InverseTimeDecay inverse = InverseTimeDecay.of(0.2, 2, 0.5);
    PolynomialDecay cycle = PolynomialDecay.of(0.2, 3).endLearningRate(0.05).power(2).cycle(true);
    CosineDecayRestarts restarts = CosineDecayRestarts.of(0.2, 2);
    scheduled("exponential_decay", exponential);
    scheduled("exponential_decay_staircase", exponential.staircase(true));
    scheduled("inverse_time_decay", inverse);
    scheduled("inverse_time_decay_staircase", inverse.staircase(true));
    scheduled("polynomial_decay", PolynomialDecay.of(0.2, 4).endLearningRate(0.05));
    scheduled("polynomial_decay_cycle", cycle);
    scheduled(
        "piecewise_constant_decay",
        PiecewiseConstantDecay.of(List.of(2L, 4L), List.of(0.2, 0.1, 0.02)));
    scheduled("cosine_decay", CosineDecay.of(0.2, 5).alpha(0.1));
    cases.put("cosine_decay_warmup", AdamW.of(CosineDecay.of(0, 3).warmup(0.2, 3)));
    scheduled("cosine_decay_restarts", restarts);
    scheduled("cosine_decay_restarts_options", restarts.tMul(1).mMul(0.5).alpha(0.1));
  }

  private void scheduled(String name, LearningRate schedule) {
    cases.put(name, SGD.of(schedule).momentum(0.5));
  }
}
