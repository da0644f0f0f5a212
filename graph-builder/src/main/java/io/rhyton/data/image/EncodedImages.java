package io.rhyton.data.image;

import io.rhyton.data.DataException;
import io.rhyton.model.shape.Size2D;
import org.tensorflow.exceptions.TensorFlowException;

/**
 * Decodes images, and believes none of them: the decoder takes the memory that one speaks of before
 * it finds the pixels.
 *
 * @param format what the images are delivered as
 * @param fix what to do about a broken one, a whole sentence
 */
public record EncodedImages(ImageFormat format, String fix) {

  /**
   * Copies the values of an image.
   *
   * @param where what messages call it
   * @param content a JPEG, PNG, GIF or BMP
   * @throws DataException if it is none, is too large or cannot be decoded
   */
  public void copy(String where, byte[] content, float[] into, int at) {
    Size2D size = size(where, content);
    try {
      ImageDecoder.of(format).decode(content, size, into, at);
    } catch (TensorFlowException | IllegalArgumentException e) {
      throw new DataException(
          where,
          "an image of " + format.colorMode() + " that can be decoded",
          String.valueOf(e.getMessage()),
          fix,
          e);
    }
  }

  /**
   * The size that an image says it has.
   *
   * @throws DataException if it is none, or too large
   */
  public Size2D size(String where, byte[] content) {
    ImageHeader header = ImageHeader.of(content);
    if (header == null || header.height() < 1 || header.width() < 1) {
      throw new DataException(
          where,
          "a JPEG, PNG, GIF or BMP",
          header == null ? "none of these" : header.height() + "x" + header.width() + " pixels",
          fix);
    }
    if (header.pixels() > format.maxPixels()) {
      throw new DataException(
          where,
          "at most " + format.maxPixels() + " pixels",
          header.pixels() + " pixels",
          "Make the image smaller, or allow more by maxPixels.");
    }
    return new Size2D((int) header.height(), (int) header.width());
  }
}
