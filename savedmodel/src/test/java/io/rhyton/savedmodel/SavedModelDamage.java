package io.rhyton.savedmodel;

import com.google.protobuf.ByteString;
import io.rhyton.artifact.DamagedBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Corrupts the files of a SavedModel at random: their bytes, or its graph so that it parses. */
final class SavedModelDamage {
  static final String GRAPH = "saved_model.pb";

  /** The files that are corrupted. */
  static final List<String> FILES =
      List.of(GRAPH, "variables/variables.index", "variables/variables.data-00000-of-00001");

  private static final List<String> OPS =
      List.copyOf(AllowedOps.names().stream().sorted().toList());

  private final Random random;

  private SavedModelDamage(Random random) {
    this.random = random;
  }

  static void damage(Path folder, Random random) throws IOException {
    if (random.nextInt(4) > 0) {
      SavedModelDamage damage = new SavedModelDamage(random);
      SavedModelFolder.edit(
          folder,
          metaGraph -> {
            GraphDef.Builder graph = metaGraph.getGraphDefBuilder();
            int times = 1 + random.nextInt(3);
            for (int time = 0; time < times; time++) {
              damage.damage(graph);
            }
            return metaGraph;
          });
    } else {
      Path file = folder.resolve(FILES.get(random.nextInt(FILES.size())));
      Files.write(file, DamagedBytes.of(Files.readAllBytes(file), random));
    }
  }

  private void damage(GraphDef.Builder graph) {
    FunctionDefLibrary.Builder library = graph.getLibraryBuilder();
    if (library.getFunctionCount() > 0 && random.nextBoolean()) {
      FunctionDef.Builder function =
          library.getFunctionBuilder(random.nextInt(library.getFunctionCount()));
      if (function.getNodeDefCount() > 0) {
        damage(
            function.getNodeDefBuilder(random.nextInt(function.getNodeDefCount())),
            function.getNodeDefList());
      }
    } else {
      damage(graph.getNodeBuilder(random.nextInt(graph.getNodeCount())), graph.getNodeList());
    }
  }

  private void damage(NodeDef.Builder node, List<NodeDef> all) {
    switch (random.nextInt(5)) {
      case 0 -> node.setOp(OPS.get(random.nextInt(OPS.size())));
      case 1 -> {
        if (node.getInputCount() > 0) {
          node.setInput(
              random.nextInt(node.getInputCount()), all.get(random.nextInt(all.size())).getName());
        }
      }
      case 2 -> node.clearInput();
      default -> damageAttribute(node);
    }
  }

  private void damageAttribute(NodeDef.Builder node) {
    List<String> names = new ArrayList<>(node.getAttrMap().keySet());
    if (names.isEmpty()) {
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    node.putAttr(name, damaged(node.getAttrOrThrow(name)));
  }

  private AttrValue damaged(AttrValue value) {
    AttrValue.Builder other = value.toBuilder();
    switch (value.getValueCase()) {
      case I -> other.setI(number());
      case F -> other.setF(random.nextBoolean() ? Float.NaN : random.nextFloat());
      case B -> other.setB(!value.getB());
      case TYPE -> other.setType(type());
      case SHAPE -> other.setShape(shape());
      case S -> other.setS(ByteString.copyFromUtf8(random.nextBoolean() ? "" : "other"));
      case TENSOR -> other.setTensor(damaged(value.getTensor().toBuilder()));
      case LIST -> {
        AttrValue.ListValue.Builder list = other.getListBuilder();
        for (int i = 0; i < list.getICount(); i++) {
          list.setI(i, random.nextBoolean() ? list.getI(i) : number());
        }
      }
      default -> other.clearValue();
    }
    return other.build();
  }

  private TensorProto damaged(TensorProto.Builder tensor) {
    return switch (random.nextInt(3)) {
      case 0 -> tensor.setTensorShape(shape()).build();
      case 1 -> tensor.setDtype(type()).build();
      default -> tensor.clearTensorContent().build();
    };
  }

  private TensorShapeProto shape() {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    int rank = random.nextInt(6);
    for (int axis = 0; axis < rank; axis++) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(number()));
    }
    return shape.build();
  }

  private DataType type() {
    DataType[] types = {
      DataType.DT_FLOAT,
      DataType.DT_INT32,
      DataType.DT_INT64,
      DataType.DT_STRING,
      DataType.DT_RESOURCE,
      DataType.DT_VARIANT,
      DataType.DT_BOOL,
      DataType.DT_HALF,
      DataType.DT_QINT8
    };
    return types[random.nextInt(types.length)];
  }

  private long number() {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextLong();
      case 1 -> 1L << random.nextInt(64);
      case 2 -> -1;
      case 3 -> Integer.MAX_VALUE;
      default -> random.nextInt(20);
    };
  }
}
