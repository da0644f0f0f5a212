package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObject;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject.ObjectReference;

class ManyObjectsTest {

  /** Searching all members for each took half a minute for 200,000 of them. */
  @ParameterizedTest
  @ValueSource(ints = {100_000, 1_000_000})
  @Timeout(60)
  void aLongListIsReadInLinearTime(int members) {
    SavedObject.Builder list = SavedObject.newBuilder();
    for (int i = 0; i < members; i++) {
      list.addChildren(reference(Integer.toString(i), 2 + i));
    }
    MetaGraphDef.Builder metaGraph = MetaGraphDef.newBuilder();
    metaGraph
        .getObjectGraphDefBuilder()
        .addNodes(SavedObject.newBuilder().addChildren(reference("variables", 1)))
        .addNodes(list);
    assertThat(SavedObjects.of(metaGraph.build()).list("variables"))
        .hasSize(members)
        .endsWith(1 + members);
  }

  private static ObjectReference reference(String name, int node) {
    return ObjectReference.newBuilder().setLocalName(name).setNodeId(node).build();
  }
}
