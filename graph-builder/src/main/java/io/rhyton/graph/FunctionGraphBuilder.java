package io.rhyton.graph;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.error.MessageText;
import io.rhyton.graph.objective.LabelInput;
import io.rhyton.graph.objective.MeasureNames;
import io.rhyton.graph.objective.MetricFormula;
import io.rhyton.graph.optimizer.Averages;
import io.rhyton.graph.variable.StoredVariable;
import io.rhyton.graph.variable.StoredVariables;
import io.rhyton.graph.variable.Variable;
import io.rhyton.graph.variable.VariableStore;
import io.rhyton.runtime.NativeRuntime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.train.Restore;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/**
 * Builds a trainable graph from the functions of a SavedModel: they are called with variables of
 * this graph, which are initialized from a checkpoint.
 *
 * <p>TensorFlow cannot differentiate such calls and does not have to: the function of the training
 * step computes its gradients itself.
 */
public final class FunctionGraphBuilder {
  private final TrainingFunctions functions;
  private final StoredVariables stored;
  private final Ops tf;
  private final Restore restored;
  private final VariableStore variables;
  private final Map<String, Output<?>> handles = new HashMap<>();

  private FunctionGraphBuilder(Graph graph, TrainingFunctions functions, StoredVariables stored) {
    this.functions = functions;
    this.stored = stored;
    this.tf = Ops.create(graph);
    this.restored = restore(tf, stored);
    this.variables =
        new VariableStore(
            graph,
            value(0, Shape.scalar(), TInt64.class),
            stored.learningRate() == null ? null : value(1, Shape.scalar(), TFloat32.class));
    handles.put(stored.iteration().name(), variables.iterationHandle());
    Variable<TFloat32> learningRate = variables.learningRateVariable();
    if (stored.learningRate() != null && learningRate != null) {
      handles.put(stored.learningRate().name(), learningRate.handle());
    }
  }

  /**
   * Builds the graph. Running its initializer reads the checkpoint.
   *
   * @throws RuntimeException if TensorFlow rejects a function or a variable; its exceptions have no
   *     narrower common class
   */
  @MustBeClosed
  public static ModelGraph build(TrainingFunctions functions, StoredVariables stored) {
    Graph graph = NativeRuntime.newGraph();
    try {
      graph.importGraphDef(functions.library());
      return new FunctionGraphBuilder(graph, functions, stored).build(graph);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  private static Restore restore(Ops tf, StoredVariables stored) {
    List<String> keys = stored.checkpointKeys();
    List<Class<? extends TType>> types =
        new ArrayList<>(Collections.nCopies(keys.size(), TFloat32.class));
    types.set(0, TInt64.class);
    return tf.train.restore(
        tf.constant(stored.prefix()),
        strings(tf, keys),
        strings(tf, Collections.nCopies(keys.size(), "")),
        types);
  }

  private static Operand<TString> strings(Ops tf, List<String> values) {
    return tf.constant(NdArrays.vectorOfObjects(values.toArray(new String[0])));
  }

  /**
   * A value from the checkpoint, with its shape checked: TensorFlow would assign a value of any
   * shape.
   */
  private <T extends TType> Operand<T> value(int index, Shape shape, Class<T> type) {
    Operand<T> value = restored.tensors().get(index).asOutput().expect(type);
    return tf.ensureShape(value, shape);
  }

  private ModelGraph build(Graph graph) {
    int first = stored.learningRate() == null ? 1 : 2;
    List<Variable<TFloat32>> weights = create(first, stored.weights());
    List<Variable<TFloat32>> slots = create(first + weights.size(), stored.slots());
    List<GraphTensor> inputs = inputs();
    List<LabelInput> labels =
        functions.labels().stream()
            .map(
                label ->
                    LabelInput.of(
                        tf, label.output().name(), label.output().shape(), label.sparse()))
            .toList();
    List<Operand<?>> samples = new ArrayList<>();
    inputs.forEach(input -> samples.add(input.operand()));
    List<Operand<?>> labeled = new ArrayList<>(samples);
    labels.forEach(label -> labeled.add(label.placeholder()));
    Operand<TFloat32> size = batchSize(inputs.get(0).operand());
    Operation step = call(functions.trainStep(), labeled);
    MeasureNames measures = measureNames(functions.trainStep());
    Variable<TFloat32> learningRate = variables.learningRateVariable();
    return new ModelGraph(
        graph,
        inputs,
        labels,
        outputs(call(functions.serve(), samples)),
        measures,
        Collections.nCopies(measures.metrics().size(), MetricFormula.MEAN),
        new StepOps(
            totals(functions.trainStep(), step, size),
            totals(functions.evaluate(), call(functions.evaluate(), labeled), size),
            tf.withControlDependencyOps(List.of(step)).noOp()),
        null,
        Averages.assign(tf, weights, slots),
        tf.withControlDependencies(variables.initializers()).noOp(),
        weights,
        variables.iterationVariable(),
        learningRate,
        learningRate == null ? null : learningRate.read(),
        slots);
  }

  private List<GraphTensor> inputs() {
    return functions.inputs().stream()
        .map(
            port ->
                new GraphTensor(
                    port.name(),
                    port.shape(),
                    tf.placeholder(TFloat32.class, Placeholder.shape(port.shape()))))
        .toList();
  }

  private List<GraphTensor> outputs(Operation served) {
    List<GraphTensor> outputs = new ArrayList<>();
    for (TrainingFunctions.Port port : functions.outputs()) {
      outputs.add(new GraphTensor(port.name(), port.shape(), output(served, outputs.size())));
    }
    return outputs;
  }

  private List<Variable<TFloat32>> create(int first, List<StoredVariable> stored) {
    List<Variable<TFloat32>> created = new ArrayList<>();
    for (StoredVariable each : stored) {
      Operand<TFloat32> initial = value(first + created.size(), each.shape(), TFloat32.class);
      Variable<TFloat32> variable = variables.create(each.name(), each.shape(), initial);
      handles.put(each.name(), variable.handle());
      created.add(variable);
    }
    return created;
  }

  private Operation call(FunctionCall call, List<Operand<?>> arguments) {
    List<Output<?>> inputs = new ArrayList<>();
    arguments.forEach(argument -> inputs.add(argument.asOutput()));
    call.captures().forEach(capture -> inputs.add(handle(capture)));
    return tf.scope()
        .opBuilder("StatefulPartitionedCall", "call")
        .addInputList(inputs.toArray(new Output<?>[0]))
        .setAttr("Tin", inputs.stream().map(Output::dataType).toArray(DataType[]::new))
        .setAttr(
            "Tout",
            Collections.nCopies(call.outputs().size(), DataType.DT_FLOAT).toArray(new DataType[0]))
        .setAttr(
            "f",
            AttrValue.newBuilder()
                .setFunc(NameAttrList.newBuilder().setName(call.function()))
                .build())
        .build();
  }

  private Output<?> handle(String name) {
    Output<?> handle = handles.get(name);
    if (handle == null) {
      throw new IllegalStateException("no variable " + MessageText.name(name) + " in the graph");
    }
    return handle;
  }

  private static Operand<TFloat32> output(Operation operation, int index) {
    return operation.<TFloat32>output(index);
  }

  /**
   * Everything except the total loss counts as a metric, even the loss of a single output: all are
   * means over samples.
   */
  private static MeasureNames measureNames(FunctionCall call) {
    return new MeasureNames(
        List.of(MeasureNames.LOSS),
        call.outputs().stream().filter(name -> !name.equals(MeasureNames.LOSS)).toList());
  }

  private Operand<TFloat32> batchSize(Operand<?> input) {
    Operand<TInt32> first = tf.constant(0);
    return tf.dtypes.cast(tf.gather(tf.shape(input), first, first), TFloat32.class);
  }

  /**
   * The loss, followed by the sum and the count of every other mean, in the order of the outputs.
   */
  private Operand<TFloat32> totals(FunctionCall call, Operation called, Operand<TFloat32> size) {
    List<Operand<TFloat32>> totals = new ArrayList<>();
    int loss = call.outputs().indexOf(MeasureNames.LOSS);
    totals.add(output(called, loss));
    for (int i = 0; i < call.outputs().size(); i++) {
      if (i != loss) {
        totals.add(tf.math.mul(output(called, i), size));
        totals.add(size);
      }
    }
    return tf.stack(totals);
  }
}
