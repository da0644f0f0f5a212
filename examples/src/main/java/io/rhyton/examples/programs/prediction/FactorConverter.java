package io.rhyton.examples.programs.prediction;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses a number or a fraction such as {@code 1/255}. */
final class FactorConverter implements ITypeConverter<Double> {

  @Override
  public Double convert(String text) {
    String[] parts = text.split("/", 2);
    try {
      double factor = Double.parseDouble(parts[0]);
      factor /= parts.length == 1 ? 1 : Double.parseDouble(parts[1]);
      if (Double.isFinite(factor)) {
        return factor;
      }
    } catch (NumberFormatException e) {
      // Reported below.
    }
    throw new TypeConversionException(
        "expected a number or a fraction such as 1/255, got '" + text + "'");
  }
}
