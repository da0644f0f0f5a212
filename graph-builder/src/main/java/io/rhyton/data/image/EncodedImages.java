package io.rhyton.data.image;

import io.rhyton.data.DataException;
import io.rhyton.model.shape.Size2D;
import java.util.Objects;
import org.tensorflow.exceptions.TensorFlowException;

/**
 * Decodes images, which are untrusted input: their size is checked first, since the decoder
 * allocates memory for the size in the header before it reads the pixels.
 *
 * @param format the format of the decoded images
 * @param fix what to do about a corrupt image, a whole sentence
 */
public record EncodedImages(ImageFormat format, String fix) {

  public EncodedImages {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(fix, "fix");
  }

  /**
   * Copies the values of an image.
   *
   * @param where its name in messages
   * @param content a JPEG, PNG, GIF or BMP file
   * @throws DataException if it is not an image, is too large or cannot be decoded
   */
  public void copy(String where, byte[] content, float[] into, int at) {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(into, "into");
    Size2D size = size(where, content);
    try {
      ImageDecoder.of(format).decode(content, size, into, at);
    } catch (TensorFlowException | IllegalArgumentException e) {
      throw new DataException(
          where,
          "a decodable " + format.colorMode() + " image",
          String.valueOf(e.getMessage()),
          fix,
          e);
    }
  }

  /**
   * The size in the header of an image.
   *
   * @throws DataException if it is not an image, or too large
   */
  public Size2D size(String where, byte[] content) {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(content, "content");
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
          "Make the image smaller, or raise maxPixels.");
    }
    return new Size2D((int) header.height(), (int) header.width());
  }
}
