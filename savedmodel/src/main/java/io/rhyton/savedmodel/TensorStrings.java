package io.rhyton.savedmodel;

import com.google.protobuf.MessageLite;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TString;

/** String constants of a graph. */
final class TensorStrings {
  private TensorStrings() {}

  static Operand<TString> vector(Ops tf, List<String> values) {
    return tf.constant(NdArrays.vectorOfObjects(values.toArray(new String[0])));
  }

  /** Returns the bytes of a message as one string, in Latin-1, which maps every byte to itself. */
  static Operand<TString> bytes(Ops tf, MessageLite message) {
    String bytes = new String(message.toByteArray(), StandardCharsets.ISO_8859_1);
    return tf.constant(StandardCharsets.ISO_8859_1, NdArrays.scalarOfObject(bytes));
  }
}
