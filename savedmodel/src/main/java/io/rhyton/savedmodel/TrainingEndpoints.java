package io.rhyton.savedmodel;

import io.rhyton.graph.ForwardPass;
import io.rhyton.graph.LabelInput;
import io.rhyton.graph.Labels;
import io.rhyton.graph.MeasureNames;
import io.rhyton.graph.Measures;
import io.rhyton.graph.TrainingStep;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.Objective;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.Struct.StructuredValue;
import org.tensorflow.types.TFloat32;

/**
 * The functions that train a model and measure it.
 *
 * @param samples what they take first
 * @param labels what they take second
 * @param trainStep trains one step
 * @param evaluate measures without training
 * @param signatures the same two for tools that know no objects
 */
record TrainingEndpoints(
    TensorSpec samples,
    TensorSpec labels,
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
          add(TRAIN_STEP, positional()),
          add(EVALUATE, positional()),
          List.of(signature(TRAIN_STEP), signature(EVALUATE)));
    }

    private TensorSpec samples() {
      return TensorSpec.floats(SAMPLES, model.inputShape());
    }

    private TensorSpec labels() {
      boolean sparse = objectives().get(0).takesClassNumbers();
      return new TensorSpec(
          LABELS,
          sparse ? DataType.DT_INT64 : DataType.DT_FLOAT,
          LabelInput.shape(model.outputShape(), sparse));
    }

    private List<Objective> objectives() {
      return compile.objectives(model);
    }

    private StructuredValue positional() {
      return Protos.arguments(samples().value(), labels().value());
    }

    private Endpoint add(String name, StructuredValue arguments) {
      boolean training = name.startsWith(TRAIN_STEP);
      return library.add(
          name,
          training ? variables.all() : variables.weights(),
          arguments,
          Protos.dict(
              outputs().stream().collect(Collectors.toMap(TensorSpec::name, TensorSpec::value))),
          training ? this::trainStep : this::evaluate);
    }

    private ServingSignature signature(String name) {
      List<TensorSpec> inputs = List.of(samples(), labels());
      return new ServingSignature(
          name,
          inputs,
          List.of(name + "_" + SAMPLES, name + "_" + LABELS),
          name + "_call",
          add(name + "_signature_wrapper", Protos.arguments(inputs)),
          outputs());
    }

    /** Loss and metrics, in the order of their names. */
    private List<TensorSpec> outputs() {
      return MeasureNames.of(model, objectives()).all().stream()
          .sorted()
          .map(name -> TensorSpec.floats(name, Shape.scalar()))
          .toList();
    }

    private List<Op> trainStep(Ops tf, CapturedVariables captured, Signature.Builder signature) {
      Placeholder<TFloat32> input = input(tf);
      List<Labels> labels = Labels.of(tf.withName(LABELS), model, objectives());
      TrainingStep step =
          TrainingStep.emit(tf, model, compile, captured, seed, List.of(input), labels);
      return describe(tf, signature, input, labels, step.measures(), List.of(step.update()));
    }

    private List<Op> evaluate(Ops tf, CapturedVariables captured, Signature.Builder signature) {
      Placeholder<TFloat32> input = input(tf);
      List<Labels> labels = Labels.of(tf.withName(LABELS), model, objectives());
      ForwardPass forward = ForwardPass.inference(tf, model, captured, List.of(input));
      Measures measures = Measures.of(tf, model, objectives(), captured, forward, labels);
      return describe(tf, signature, input, labels, measures, List.of());
    }

    private Placeholder<TFloat32> input(Ops tf) {
      return tf.withName(SAMPLES)
          .placeholder(TFloat32.class, Placeholder.shape(model.inputShape()));
    }

    /** What no output depends on is pruned, so the updates hang on to them. */
    private static List<Op> describe(
        Ops tf,
        Signature.Builder signature,
        Placeholder<TFloat32> input,
        List<Labels> labels,
        Measures measures,
        List<Op> updates) {
      signature.input(SAMPLES, input).input(LABELS, labels.get(0).input().placeholder());
      Map<String, Operand<TFloat32>> sorted = new TreeMap<>(measures.means(tf));
      sorted.forEach(
          (name, mean) ->
              signature.output(
                  name,
                  tf.withControlDependencies(updates).withName("output_" + name).identity(mean)));
      return updates;
    }
  }
}
