package io.rhyton.savedmodel;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.error.MessageText;
import io.rhyton.execution.DTypePolicy;
import io.rhyton.execution.Execution;
import io.rhyton.graph.FunctionGraphBuilder;
import io.rhyton.graph.ModelGraph;
import io.rhyton.graph.TrainingFunctions;
import io.rhyton.graph.objective.MeasureNames;
import io.rhyton.graph.variable.StoredVariable;
import io.rhyton.graph.variable.StoredVariables;
import io.rhyton.session.ExecutionCheck;
import io.rhyton.session.training.SessionTrainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedVariable;

/**
 * Reads a SavedModel with functions for training, whichever program wrote it. The functions are
 * found through the objects, because {@code tf.saved_model.save} drops their signatures.
 */
final class TrainableReader {
  private static final String SERVE = "serve";
  private static final String WRITE_AGAIN = "Write the model again with SavedModel.withTraining().";

  private final Path folder;
  private final org.tensorflow.proto.SavedModel proto;
  private final MetaGraphDef metaGraph;
  private final SavedObjects objects;
  private final CheckpointReader checkpoint;
  private final Map<Integer, String> names = new HashMap<>();

  private TrainableReader(Path folder) {
    this.folder = folder;
    this.proto = SavedObjects.parse(folder);
    this.metaGraph = SavedObjects.metaGraph(proto);
    this.objects = SavedObjects.of(metaGraph);
    requireEndpoints();
    this.checkpoint = CheckpointReader.open(folder);
  }

  @MustBeClosed
  static TrainableModel read(Path folder, Execution execution) {
    ExecutionCheck.requirePossible(execution);
    if (execution.dtypePolicy() == DTypePolicy.MIXED_FLOAT16) {
      throw new ArtifactException(
          SavedModelWriter.KIND,
          folder,
          "float32 or bfloat16, as the training step in the file does not scale the loss",
          "float16",
          "Read a .keras file of the model.");
    }
    return new TrainableReader(folder).read(execution);
  }

  private void requireEndpoints() {
    for (String name : List.of(TrainingEndpoints.TRAIN_STEP, TrainingEndpoints.EVALUATE, SERVE)) {
      if (objects.child(name).isEmpty()) {
        throw unfit("a function " + MessageText.name(name), "none of that name");
      }
    }
  }

  private ArtifactException unfit(String expected, String received) {
    return new ArtifactException(SavedModelWriter.KIND, folder, expected, received, WRITE_AGAIN);
  }

  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The trainer closes the graph, the caller the model.
  private TrainableModel read(Execution execution) {
    List<TrackedVariable> weights = variables(TrackedVariables.WEIGHTS);
    List<TrackedVariable> optimizer = variables(TrackedVariables.OPTIMIZER);
    requireOptimizer(optimizer);
    TrackedVariables variables = new TrackedVariables(weights, optimizer);
    requireFloats(variables);
    requireNothingElse(variables);
    LoadedFunction serve = function(SERVE, 1, ModelTensors.outputName(0));
    LoadedFunction trainStep = function(TrainingEndpoints.TRAIN_STEP, 2, MeasureNames.LOSS);
    LoadedFunction evaluate = function(TrainingEndpoints.EVALUATE, 2, MeasureNames.LOSS);
    UntrustedGraph.requireFunctions(
        folder,
        metaGraph,
        Stream.of(serve, trainStep, evaluate).map(function -> function.call().function()).toList());
    ValidGraph.require(folder, metaGraph);
    if (!trainStep.call().outputs().equals(evaluate.call().outputs())) {
      throw unfit(
          "functions 'train_step' and 'evaluate' with the same metrics",
          trainStep.call().outputs() + " and " + evaluate.call().outputs());
    }
    ModelPorts ports = ModelPorts.of(serve, trainStep);
    if (!ports.fit()) {
      throw unfit("a function '" + SERVE + "' from batches to [?, outputs]", "other shapes");
    }
    TrainingFunctions functions =
        new TrainingFunctions(
            library(),
            serve.call(),
            trainStep.call(),
            evaluate.call(),
            ports.inputs(),
            ports.outputs(),
            ports.labels());
    ModelGraph graph;
    try {
      graph = FunctionGraphBuilder.build(functions, stored(variables));
    } catch (RuntimeException e) { // TensorFlow's exceptions share no narrower class.
      throw SavedObjects.damaged(folder, e);
    }
    SessionTrainer trainer;
    try {
      trainer = new SessionTrainer(SavedModelWriter.KIND + " '" + folder + "'", graph, execution);
    } catch (RuntimeException e) {
      throw CheckpointReader.damaged(folder, e);
    }
    return new TrainableModel(trainer, proto, variables, checkpoint.objects());
  }

  /** Returns only the functions, without the nodes that call them. */
  private GraphDef library() {
    return GraphDef.newBuilder()
        .setVersions(metaGraph.getGraphDef().getVersions())
        .setLibrary(metaGraph.getGraphDef().getLibrary())
        .build();
  }

  private List<TrackedVariable> variables(String list) {
    List<TrackedVariable> variables = new ArrayList<>();
    for (int node : objects.list(list)) {
      SavedVariable saved = objects.object(node).getVariable();
      String index = Integer.toString(variables.size());
      String key =
          checkpoint
              .key(list, index)
              .orElseThrow(() -> unfit("a value of '" + list + "/" + index + "'", "none"));
      boolean optimizer = list.equals(TrackedVariables.OPTIMIZER);
      String name = optimizer ? optimizerName(variables.size(), saved) : saved.getName();
      variables.add(
          new TrackedVariable(
              name,
              saved.getDtype(),
              LoadedFunction.shape(saved.getShape()),
              saved.getTrainable(),
              key));
      names.put(node, name);
    }
    return variables;
  }

  /**
   * Returns the name of an optimizer variable: the first two are identified by position, as in
   * Keras; with a schedule there is no learning rate.
   */
  private static String optimizerName(int index, SavedVariable saved) {
    if (index == 0) {
      return TrackedVariables.ITERATION;
    }
    boolean isScalar = !saved.getShape().getUnknownRank() && saved.getShape().getDimCount() == 0;
    return index == 1 && isScalar ? TrackedVariables.LEARNING_RATE : saved.getName();
  }

  private void requireOptimizer(List<TrackedVariable> optimizer) {
    if (optimizer.isEmpty() || optimizer.get(0).type() != DataType.DT_INT64) {
      throw unfit(
          "'" + TrackedVariables.OPTIMIZER + "' that start with the iteration",
          optimizer.size() + " variables");
    }
  }

  private void requireFloats(TrackedVariables variables) {
    Set<String> known = new HashSet<>();
    for (TrackedVariable variable : variables.all()) {
      boolean iteration = variable.name().equals(TrackedVariables.ITERATION);
      if (variable.type() != (iteration ? DataType.DT_INT64 : DataType.DT_FLOAT)
          || !known.add(variable.name())) {
        throw unfit(
            "float32 variables with distinct names",
            MessageText.name(variable.name()) + " of " + SavedModelReader.name(variable.type()));
      }
    }
  }

  /** Checks that there are no other values, which would be lost when the model is saved again. */
  private void requireNothingElse(TrackedVariables variables) {
    Set<String> keys =
        variables.all().stream().map(TrackedVariable::checkpointKey).collect(Collectors.toSet());
    for (String key : checkpoint.keys()) {
      if (!keys.contains(key)) {
        throw unfit("only the values of weights and optimizer", MessageText.name(key));
      }
    }
    if (metaGraph.getAssetFileDefCount() > 0) {
      throw unfit("a model without assets", metaGraph.getAssetFileDefCount() + " of them");
    }
  }

  private LoadedFunction function(String name, int arguments, String output) {
    return LoadedFunction.find(objects, name, names)
        .filter(function -> function.arguments().size() == arguments)
        .filter(LoadedFunction::takesFloatsFirst)
        .filter(function -> function.call().outputs().contains(output) && function.returnsFloats())
        .orElseThrow(
            () ->
                unfit(
                    "a function " + MessageText.name(name) + " as Rhyton writes it",
                    "another one"));
  }

  private StoredVariables stored(TrackedVariables variables) {
    List<StoredVariable> optimizer = stored(variables.optimizer());
    boolean hasLearningRate =
        optimizer.size() > 1 && optimizer.get(1).name().equals(TrackedVariables.LEARNING_RATE);
    return new StoredVariables(
        checkpoint.prefix(),
        optimizer.get(0),
        hasLearningRate ? optimizer.get(1) : null,
        stored(variables.weights()),
        optimizer.subList(hasLearningRate ? 2 : 1, optimizer.size()));
  }

  private static List<StoredVariable> stored(List<TrackedVariable> variables) {
    return variables.stream()
        .map(
            variable ->
                new StoredVariable(variable.name(), variable.shape(), variable.checkpointKey()))
        .toList();
  }
}
