package io.rhyton.savedmodel;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.error.MessageText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tensorflow.proto.AssetFileDef;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.CollectionDef;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/**
 * Checks the graph of a SavedModel of unknown origin before TensorFlow loads it, as loading runs
 * it. A graph can read and write any file, so it may contain {@linkplain AllowedOps known} ops
 * only, restore only the variables from its own folder, and initialize tables only from its own
 * assets.
 *
 * <p>Source of what is run: {@code tensorflow/cc/saved_model/loader.cc}, TensorFlow 2.18.
 */
final class UntrustedGraph {
  /** The ops that touch files and are allowed in places, with the input that names the file. */
  private static final Map<String, Integer> FILE_OPS =
      Map.of(
          "RestoreV2", 0,
          "SaveV2", 0,
          "MergeV2Checkpoints", 0,
          "InitializeTableFromTextFile", 1,
          "InitializeTableFromTextFileV2", 1);

  private static final Set<String> RESTORING = Set.of("RestoreV2");
  private static final Set<String> INITIALIZING =
      Set.of("InitializeTableFromTextFile", "InitializeTableFromTextFileV2");
  static final String VARIABLE = "VarHandleOp";

  /** What to do about a refusal that {@link SavedModelOptions#trusted} lifts. */
  static final String TRUST =
      "If you trust its author, read it with SavedModelOptions.trusted(), or --trust.";

  private static final String READ = "ReadVariableOp";
  private static final String PRINT = "PrintV2";
  private static final Set<String> CALLS = Set.of("PartitionedCall", "StatefulPartitionedCall");
  private static final String INIT = "__saved_model_init_op";
  private static final int MOST_NAMED = 10;

  private final Path folder;
  private final MetaGraphDef metaGraph;
  private final Map<String, FunctionDef> functions;
  private final Map<String, NodeDef> nodes = new HashMap<>();

  /** Functions that contain an op of {@link #FILE_OPS}, or call one that does. */
  private final Set<String> touching = new HashSet<>();

  /** Functions with the arguments that name own files, once each: they may be recursive. */
  private final Set<String> checkedCalls = new HashSet<>();

  private UntrustedGraph(Path folder, MetaGraphDef metaGraph) {
    this.folder = folder;
    this.metaGraph = metaGraph;
    this.functions =
        metaGraph.getGraphDef().getLibrary().getFunctionList().stream()
            .collect(
                Collectors.toMap(
                    function -> function.getSignature().getName(),
                    function -> function,
                    (first, second) -> second));
    metaGraph.getGraphDef().getNodeList().forEach(node -> nodes.put(node.getName(), node));
    collectTouching();
  }

  /**
   * Checks all that reading a SavedModel for prediction runs: the restoring of its variables, its
   * initialization, and its signatures.
   *
   * @throws ArtifactException if it touches anything else; the message names the ops
   */
  static void require(Path folder, MetaGraphDef metaGraph) {
    UntrustedGraph graph = new UntrustedGraph(folder, metaGraph);
    graph.requireAllowedOps();
    graph.requireOwnAssets();
    graph.requireOwnFiles();
  }

  /**
   * Checks functions that are called by themselves.
   *
   * @throws ArtifactException if they touch files, or the graph contains ops that are not allowed
   */
  static void requireFunctions(Path folder, MetaGraphDef metaGraph, Collection<String> called) {
    UntrustedGraph graph = new UntrustedGraph(folder, metaGraph);
    graph.requireAllowedOps();
    for (String function : called) {
      if (graph.touching.contains(function)) {
        throw graph.refused(
            "function " + MessageText.name(function) + ", which reads or writes files");
      }
    }
  }

  /** Also those that are never run: they are no less suspicious. */
  private void requireAllowedOps() {
    Set<String> unknown = new TreeSet<>();
    nodes.values().forEach(node -> addUnknown(node, unknown));
    for (FunctionDef function : functions.values()) {
      function.getNodeDefList().forEach(node -> addUnknown(node, unknown));
      String name = function.getSignature().getName();
      if (AllowedOps.contains(name) || FILE_OPS.containsKey(name) || name.equals(PRINT)) {
        throw refused("a function with the name of the op " + MessageText.name(name));
      }
    }
    if (!unknown.isEmpty()) {
      String rest = unknown.size() > MOST_NAMED ? " and others" : "";
      throw refused(
          unknown.stream().limit(MOST_NAMED).collect(Collectors.joining(", ", "ops ", rest)));
    }
  }

  private void addUnknown(NodeDef node, Set<String> unknown) {
    String op = node.getOp();
    if (op.equals(PRINT) ? printsToFile(node) : !isKnown(op)) {
      unknown.add(op);
    }
  }

  private boolean isKnown(String op) {
    return AllowedOps.contains(op) || FILE_OPS.containsKey(op) || functions.containsKey(op);
  }

  private static boolean printsToFile(NodeDef print) {
    return print
        .getAttrOrDefault("output_stream", AttrValue.getDefaultInstance())
        .getS()
        .toStringUtf8()
        .startsWith("file:");
  }

  private void requireOwnAssets() {
    for (AssetFileDef asset : assets()) {
      String name = asset.getFilename();
      try {
        Path file = folder.resolve("assets").resolve(name);
        if (!Files.exists(file) || !file.toRealPath().startsWith(folder.toRealPath())) {
          throw refused("the asset " + MessageText.name(name));
        }
      } catch (IOException | IllegalArgumentException e) { // Also a name that is no path.
        throw refused("the asset " + MessageText.name(name));
      }
    }
  }

  /** In the collection where TensorFlow 1 wrote them, if nowhere else. */
  private List<AssetFileDef> assets() {
    if (metaGraph.getAssetFileDefCount() > 0) {
      return metaGraph.getAssetFileDefList();
    }
    List<AssetFileDef> assets = new ArrayList<>();
    for (Any asset : collection("saved_model_assets").getAnyList().getValueList()) {
      try {
        assets.add(AssetFileDef.parseFrom(asset.getValue()));
      } catch (InvalidProtocolBufferException e) {
        throw SavedObjects.damaged(folder, e);
      }
    }
    return assets;
  }

  private CollectionDef collection(String key) {
    return metaGraph.getCollectionDefOrDefault(key, CollectionDef.getDefaultInstance());
  }

  private void requireOwnFiles() {
    Set<String> variables = Set.of(canonical(metaGraph.getSaverDef().getFilenameTensorName()));
    Set<String> assets =
        assets().stream()
            .map(asset -> canonical(asset.getTensorInfo().getName()))
            .collect(Collectors.toSet());
    assets.addAll(readsOf(assets));
    List<String> initial = new ArrayList<>();
    for (String key : List.of("saved_model_main_op", "legacy_init_op")) {
      initial.addAll(collection(key).getNodeList().getValueList());
    }
    List<String> fetched = new ArrayList<>();
    metaGraph
        .getSignatureDefMap()
        .forEach((name, signature) -> tensors(signature, name.equals(INIT) ? initial : fetched));
    requireOwnFiles(List.of(metaGraph.getSaverDef().getRestoreOpName()), RESTORING, variables);
    requireOwnFiles(initial, INITIALIZING, assets);
    requireOwnFiles(fetched, Set.of(), Set.of());
  }

  private static void tensors(SignatureDef signature, List<String> into) {
    signature.getInputsMap().values().forEach(tensor -> addNames(tensor, into));
    signature.getOutputsMap().values().forEach(tensor -> addNames(tensor, into));
  }

  private static void addNames(TensorInfo tensor, List<String> into) {
    into.add(tensor.getName());
    if (tensor.hasCooSparse()) {
      into.add(tensor.getCooSparse().getValuesTensorName());
      into.add(tensor.getCooSparse().getIndicesTensorName());
      into.add(tensor.getCooSparse().getDenseShapeTensorName());
    }
    tensor.getCompositeTensor().getComponentsList().forEach(part -> addNames(part, into));
  }

  /**
   * Finds the reads of variables that hold nothing but the given tensors: Python keeps the path of
   * an asset in one.
   */
  private Set<String> readsOf(Set<String> tensors) {
    Map<String, List<NodeDef>> uses = new HashMap<>();
    nodes
        .values()
        .forEach(
            node ->
                node.getInputList()
                    .forEach(
                        input ->
                            uses.computeIfAbsent(canonical(input), key -> new ArrayList<>())
                                .add(node)));
    Map<String, Integer> handles = handles();
    Set<String> reads = new HashSet<>();
    for (NodeDef variable : nodes.values()) {
      List<NodeDef> users = uses.getOrDefault(canonical(variable.getName()), List.of());
      if (variable.getOp().equals(VARIABLE)
          && handles.getOrDefault(sharedName(variable), 0) == 1
          && users.stream().allMatch(user -> keepsOwn(user, tensors))) {
        users.stream()
            .filter(user -> user.getOp().equals(READ))
            .forEach(user -> reads.add(canonical(user.getName())));
      }
    }
    return reads;
  }

  private static boolean keepsOwn(NodeDef user, Set<String> tensors) {
    return user.getOp().equals(READ)
        || user.getOp().equals("VarIsInitializedOp")
        || (user.getOp().equals("AssignVariableOp")
            && user.getInputCount() > 1
            && tensors.contains(canonical(user.getInput(1))));
  }

  /** The number of handles of each variable, in the graph and in functions. */
  private Map<String, Integer> handles() {
    Map<String, Integer> handles = new HashMap<>();
    Stream<NodeDef> inFunctions =
        functions.values().stream().flatMap(function -> function.getNodeDefList().stream());
    Stream.concat(nodes.values().stream(), inFunctions)
        .filter(node -> node.getOp().equals(VARIABLE))
        .forEach(handle -> handles.merge(sharedName(handle), 1, Integer::sum));
    return handles;
  }

  private static String sharedName(NodeDef variable) {
    String name =
        variable
            .getAttrOrDefault("shared_name", AttrValue.getDefaultInstance())
            .getS()
            .toStringUtf8();
    return name.isEmpty() ? variable.getName() : name;
  }

  /**
   * Checks everything that the given tensors and ops depend on.
   *
   * @param allowed the ops that may touch files there
   * @param names the tensors of the main graph that name these files
   */
  private void requireOwnFiles(List<String> roots, Set<String> allowed, Set<String> names) {
    Deque<String> waiting = new ArrayDeque<>();
    roots.forEach(root -> waiting.add(nodeOf(root)));
    Set<String> seen = new HashSet<>();
    checkedCalls.clear();
    while (!waiting.isEmpty()) {
      NodeDef node = nodes.get(waiting.remove());
      if (node != null && seen.add(node.getName())) {
        requireOwnFiles(node, allowed, names);
        node.getInputList().forEach(input -> waiting.add(nodeOf(input)));
      }
    }
  }

  private void requireOwnFiles(NodeDef node, Set<String> allowed, Set<String> names) {
    Integer nameInput = FILE_OPS.get(node.getOp());
    if (nameInput != null) {
      boolean own =
          allowed.contains(node.getOp())
              && nameInput < node.getInputCount()
              && names.contains(canonical(node.getInput(nameInput)));
      if (!own) {
        throw refused("op " + MessageText.name(node.getOp()) + " on a file of its choice");
      }
    }
    for (String name : calledBy(node)) {
      if (touching.contains(name)) {
        requireOwnFilesInside(node, name, allowed, names);
      }
    }
  }

  /** Follows the names of files into the arguments of a function. */
  private void requireOwnFilesInside(
      NodeDef call, String name, Set<String> allowed, Set<String> names) {
    FunctionDef function = functions.get(name);
    boolean direct = CALLS.contains(call.getOp()) || call.getOp().equals(name);
    if (function == null || !direct || allowed.isEmpty()) {
      throw refused("function " + MessageText.name(name) + ", which reads or writes files");
    }
    Set<String> own = new TreeSet<>();
    List<OpDef.ArgDef> arguments = function.getSignature().getInputArgList();
    for (int i = 0; i < Math.min(arguments.size(), call.getInputCount()); i++) {
      if (names.contains(canonical(call.getInput(i)))) {
        own.add(canonical(arguments.get(i).getName()));
      }
    }
    if (checkedCalls.add(name + own)) {
      function.getNodeDefList().forEach(node -> requireOwnFiles(node, allowed, own));
    }
  }

  private void collectTouching() {
    Map<String, Set<String>> callers = new HashMap<>();
    Deque<String> found = new ArrayDeque<>();
    for (FunctionDef function : functions.values()) {
      String caller = function.getSignature().getName();
      for (NodeDef node : function.getNodeDefList()) {
        if (FILE_OPS.containsKey(node.getOp())) {
          found.add(caller);
        }
        for (String called : calledBy(node)) {
          callers.computeIfAbsent(called, name -> new HashSet<>()).add(caller);
        }
      }
    }
    while (!found.isEmpty()) {
      String function = found.remove();
      if (touching.add(function)) {
        found.addAll(callers.getOrDefault(function, Set.of()));
      }
    }
  }

  private Set<String> calledBy(NodeDef node) {
    Set<String> called = new LinkedHashSet<>();
    if (functions.containsKey(node.getOp())) {
      called.add(node.getOp());
    }
    for (AttrValue value : node.getAttrMap().values()) {
      if (value.hasFunc()) {
        called.add(value.getFunc().getName());
      }
      value.getList().getFuncList().forEach(function -> called.add(function.getName()));
    }
    return called;
  }

  /** The name of the first output of a node, with its index. */
  private static String canonical(String tensor) {
    return tensor.contains(":") || tensor.isEmpty() ? tensor : tensor + ":0";
  }

  private static String nodeOf(String input) {
    String name = input.startsWith("^") ? input.substring(1) : input;
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  private ArtifactException refused(String received) {
    return new ArtifactException(
        SavedModelWriter.KIND,
        folder,
        "a graph that touches only its own variables and assets",
        received,
        TRUST);
  }
}
