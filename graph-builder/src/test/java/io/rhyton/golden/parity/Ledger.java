package io.rhyton.golden.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.golden.file.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A section of {@code PARITY.md}: after the tests of a class, what they found is checked against
 * the page, or written into it if the system property {@code rhyton.ledger} is {@code write}. If it
 * is {@code widen}, only larger figures are written, so that the page holds for other kernels, too;
 * if it is {@code add}, only the figures of cases that the page does not have.
 */
public final class Ledger implements AfterAllCallback {
  private static final Path PAGE = Path.of("PARITY.md");

  /** Processors differ in the order in which they add. */
  private static final double LEEWAY = 10;

  /** Below this, differences are rounding. */
  private static final double ROUNDING = 1e-6;

  private static final String WRITE = "write";
  private static final String WIDEN = "widen";
  private static final String ADD = "add";

  private final String section;
  private final List<String> cases;
  private final List<Aspect> aspects;
  private final Map<String, LedgerRow> rows = new LinkedHashMap<>();

  private Ledger(String section, List<String> cases, List<Aspect> aspects) {
    this.section = section;
    this.cases = cases;
    this.aspects = aspects;
  }

  public static Ledger of(String section, Collection<String> cases, Aspect... aspects) {
    return new Ledger(section, List.copyOf(cases), List.of(aspects));
  }

  /** The row of a case, made when it is first asked for. */
  public LedgerRow row(String name) {
    return rows.computeIfAbsent(name, LedgerRow::new);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    LedgerPage page = LedgerPage.read(PAGE);
    String order = System.getProperty("rhyton.ledger", "");
    if (order.equals(WRITE) || order.equals(WIDEN) || order.equals(ADD)) {
      page.replace(section, titles(), written(page, order)).write(PAGE);
    } else {
      assertAgreement(page);
    }
  }

  private List<String> titles() {
    return aspects.stream().map(Aspect::title).toList();
  }

  /** The cells of each case; those of the page for what was not run this time. */
  private Map<String, List<String>> written(LedgerPage page, String order) {
    Map<String, List<String>> old = page.rows(section);
    Map<String, List<String>> cells = new LinkedHashMap<>();
    for (String name : cases) {
      List<String> before = old.getOrDefault(name, List.of());
      List<String> line = new ArrayList<>();
      for (int i = 0; i < aspects.size(); i++) {
        Double difference = row(name).differences().get(aspects.get(i));
        String kept = i < before.size() ? before.get(i) : "";
        line.add(
            difference == null || isKept(order, difference, kept)
                ? kept
                : LedgerPage.cell(difference));
      }
      cells.put(name, line);
    }
    return cells;
  }

  private static boolean isKept(String order, double difference, String cell) {
    if (cell.isEmpty() || order.equals(WRITE)) {
      return false;
    }
    return order.equals(ADD) || difference <= Double.parseDouble(cell);
  }

  private void assertAgreement(LedgerPage page) {
    Map<String, List<String>> expected = page.rows(section);
    assertThat(expected.keySet())
        .as("cases of '%s' in %s; -Drhyton.ledger=add writes new ones", section, PAGE)
        .containsExactlyElementsOf(cases);
    rows.forEach(
        (name, row) ->
            row.differences()
                .forEach(
                    (aspect, difference) ->
                        assertThat(difference)
                            .as("%s, %s, in %s", name, aspect.title(), PAGE)
                            .isLessThanOrEqualTo(
                                limit(
                                    Golden.required(expected, name)
                                        .get(aspects.indexOf(aspect))))));
  }

  private static double limit(String cell) {
    return Math.max(ROUNDING, LEEWAY * Double.parseDouble(cell));
  }
}
