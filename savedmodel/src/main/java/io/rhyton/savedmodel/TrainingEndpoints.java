package io.rhyton.savedmodel;

import io.rhyton.graph.TrainingStep;
import io.rhyton.graph.layer.ForwardPass;
import io.rhyton.graph.objective.Labels;
import io.rhyton.graph.objective.LossesAndMetrics;
import io.rhyton.graph.objective.MeasureNames;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.compile.Objective;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.Struct.StructuredValue;
import org.tensorflow.types.TFloat32;

/**
 * The functions for training and evaluation of a model.
 *
 * @param samples their first argument
 * @param labels their second argument
 * @param trainStep runs one training step
 * @param evaluate computes loss and metrics
 * @param signatures the same two for tools that do not support objects
 */
record TrainingEndpoints(
    TensorGroup samples,
    TensorGroup labels,
    Endpoint trainStep,
    Endpoint evaluate,
    List<ServingSignature> signatures) {
  static final String TRAIN_STEP = "train_step";
  static final String EVALUATE = "evaluate";
  static final String SAMPLES = "x";
  static final String LABELS = "y";

  static TrainingEndpoints add(
      FunctionLibrary library,
      ResolvedModel model,
      CompileSpec compile,
      long seed,
      TrackedVariables variables) {
    return new Building(library, model, compile, seed, variables).all();
  }

  private record Building(
      FunctionLibrary library,
      ResolvedModel model,
      CompileSpec compile,
      long seed,
      TrackedVariables variables) {

    TrainingEndpoints all() {
      return new TrainingEndpoints(
          samples(),
          labels(),
          add(TRAIN_STEP, TRAIN_STEP, positional(), false),
          add(EVALUATE, EVALUATE, positional(), false),
          List.of(signature(TRAIN_STEP), signature(EVALUATE)));
    }

    private TensorGroup samples() {
      return ModelTensors.samples(SAMPLES, model);
    }

    private TensorGroup labels() {
      return ModelTensors.labels(LABELS, model, objectives());
    }

    /** Returns samples and labels as one group. */
    private TensorGroup both() {
      return new TensorGroup(
          SAMPLES,
          Stream.concat(samples().tensors().stream(), labels().tensors().stream()).toList());
    }

    private List<Objective> objectives() {
      return compile.objectives(model);
    }

    private StructuredValue positional() {
      return Protos.arguments(samples().value(), labels().value());
    }

    private Endpoint add(String name, String function, StructuredValue arguments, boolean byName) {
      boolean training = name.equals(TRAIN_STEP);
      return library.add(
          function,
          training ? variables.all() : variables.weights(),
          arguments,
          Protos.dict(outputs()),
          (tf, captured, signature) ->
              training
                  ? trainStep(tf, captured, signature, byName)
                  : evaluate(tf, captured, signature, byName));
    }

    private ServingSignature signature(String name) {
      List<TensorSpec> inputs = TensorSpec.sorted(both().tensors());
      return new ServingSignature(
          name,
          inputs,
          both().placeholders(name),
          name + "_call",
          add(name, name + "_signature_wrapper", Protos.arguments(inputs), true),
          outputs());
    }

    /** Returns losses and metrics, in the order of their names. */
    private List<TensorSpec> outputs() {
      return MeasureNames.of(model, objectives()).all().stream()
          .sorted()
          .map(name -> TensorSpec.floats(name, Shape.scalar()))
          .toList();
    }

    private List<Op> trainStep(
        Ops tf, CapturedVariables captured, Signature.Builder signature, boolean byName) {
      Batch batch = batch(tf, signature, byName);
      TrainingStep step =
          TrainingStep.emit(tf, model, compile, captured, seed, batch.samples(), batch.labels());
      return describe(tf, signature, step.measures(), List.of(step.update()));
    }

    private List<Op> evaluate(
        Ops tf, CapturedVariables captured, Signature.Builder signature, boolean byName) {
      Batch batch = batch(tf, signature, byName);
      ForwardPass forward = ForwardPass.inference(tf, model, captured, batch.samples());
      LossesAndMetrics measures =
          LossesAndMetrics.of(tf, model, objectives(), captured, forward, batch.labels());
      return describe(tf, signature, measures, List.of());
    }

    private Batch batch(Ops tf, Signature.Builder signature, boolean byName) {
      FunctionArguments given = new FunctionArguments(tf);
      List<Placeholder<TFloat32>> samples = given.addSamples(samples().tensors());
      List<Labels> labels = Labels.of(tf.withName(LABELS), model, objectives());
      List<TensorSpec> specs = labels().tensors();
      for (int i = 0; i < specs.size(); i++) {
        given.add(specs.get(i), labels.get(i).input().placeholder());
      }
      given.addTo(signature, byName);
      return new Batch(samples, labels);
    }

    /**
     * Describes the outputs and makes them depend on the updates, which would otherwise be pruned.
     */
    private static List<Op> describe(
        Ops tf, Signature.Builder signature, LossesAndMetrics measures, List<Op> updates) {
      Map<String, Operand<TFloat32>> sorted = new TreeMap<>(measures.means(tf));
      sorted.forEach(
          (name, mean) ->
              signature.output(
                  name,
                  tf.withControlDependencies(updates).withName("output_" + name).identity(mean)));
      return updates;
    }
  }

  private record Batch(List<Placeholder<TFloat32>> samples, List<Labels> labels) {}
}
