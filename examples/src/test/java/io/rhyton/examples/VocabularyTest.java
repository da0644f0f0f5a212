package io.rhyton.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Words are the field's, in American spelling: in code, names, comments, messages and pages. A
 * phrase is listed here if it has a plain equivalent and no other use in this project.
 */
class VocabularyTest {
  private static final Path ROOT = Path.of("..");

  /** Phrases, and what to say instead. */
  private static final Map<String, String> PHRASES =
      Map.ofEntries(
          Map.entry(
              "(\\ba|\\bone|\\d|\\w+s) (bytes?|samples|images|seconds|milliseconds|ms|steps|values)"
                  + " an? (value|sample|step|epoch|second|pixel|batch|image)\\b",
              "per, as in 'one byte per value'"),
          Map.entry(
              "\\b(that|which|what|it|who) (is|are) none\\b(?! of)", "'is not a …', 'is absent'"),
          Map.entry("\\b(the|our) (house|laws?)\\b", "architecture, design rules"),
          Map.entry("picture", "image, figure"),
          Map.entry("(?-i:\\bclass numbers?\\b|classNumber|CLASS_NUMBER)", "class indices"),
          Map.entry("\\bby heart\\b", "overfits"),
          Map.entry("\\bhalf a wave\\b", "cosine decay"),
          Map.entry("\\bmend(?!el)", "fix, repair"),
          Map.entry("\\bmanieth\\b", "n-th"),
          Map.entry("\\breckon", "compute"),
          Map.entry("\\b(whoever|somebody|someone)\\b", "the user, the caller"),
          Map.entry("\\b(is|are|was|were) told\\b", "is given, is named"),
          Map.entry("\\bheld against\\b", "compared with, checked against"),
          Map.entry("\\bhanded on\\b", "passed on"),
          Map.entry("\\bin (its|their) stead\\b", "instead"),
          Map.entry("\\b(changed at random|randomly changed)\\b", "augmented"),
          Map.entry("\\ba weight or a decimal\\b", "without losing precision"),
          Map.entry("\\bhow it learns\\b", "its optimizer, losses and metrics"),
          Map.entry("\\bwhat it makes\\b", "its output"));

  /** British spellings. The name of a golden case is an exception. */
  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("(col|behavi|fav|hon|neighb|flav)our", "-or"),
          Map.entry("centre", "center"),
          Map.entry("grey", "gray"),
          Map.entry("(?<!\"un)(label|model|travel|signal)l(ed|ing)(?![a-z])", "one l"),
          Map.entry("artefact", "artifact"),
          Map.entry("\\b(learnt|spelt|burnt)\\b", "-ed"),
          Map.entry("\\b(whilst|amongst)\\b", "while, among"),
          Map.entry("\\b(licence|defence)\\b", "-se"),
          Map.entry("\\banalys(e|ed|ing)\\b", "analyze"),
          Map.entry(
              "(normal|initial|optim|minim|maxim|serial|organ|recogn|summar|visual|random|regular"
                  + "|general|quant|vector|token|standard|character|special|synchron|util|custom"
                  + "|final|equal|parallel|categor|penal|symbol|stabil|factor)is"
                  + "(e|ed|er|ers|es|ing|ation|ations)(?![a-z])",
              "-ize"));

  @Test
  void wordsAreTheFieldsOwn() throws IOException {
    assertThat(found(PHRASES)).isEmpty();
  }

  @Test
  void spellingIsAmerican() throws IOException {
    assertThat(found(SPELLINGS)).isEmpty();
  }

  @Test
  void filesAreNamedByWhatTheyHold() throws IOException {
    assertThat(sources())
        .extracting(path -> path.getFileName().toString())
        .filteredOn(name -> name.matches("(More|Misc|Other)[A-Z].*|(more|misc|other)_.*"))
        .isEmpty();
  }

  /** Where the expressions match: file, line, what is there, and what to say instead. */
  private static List<String> found(Map<String, String> expressions) throws IOException {
    Map<Pattern, String> patterns = new LinkedHashMap<>();
    expressions.forEach(
        (expression, instead) ->
            patterns.put(Pattern.compile(expression, Pattern.CASE_INSENSITIVE), instead));
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        for (Map.Entry<Pattern, String> pattern : patterns.entrySet()) {
          Matcher match = pattern.getKey().matcher(lines.get(i));
          while (match.find()) {
            found.add(
                "%s:%d: '%s', say: %s"
                    .formatted(ROOT.relativize(file), i + 1, match.group(), pattern.getValue()));
          }
        }
      }
    }
    return found;
  }

  /** Java, Python and Markdown of this project, without this list and what the tests record. */
  private static List<Path> sources() throws IOException {
    Predicate<Path> isSource =
        path ->
            path.toString().matches(".*\\.(java|py|sh)")
                && !path.endsWith("VocabularyTest.java")
                && !path.toString().contains(".venv");
    List<Path> sources = new ArrayList<>();
    for (String module : SourceFile.MODULES) {
      for (String kind : List.of("main", "test")) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src").resolve(kind))) {
          files.filter(isSource).sorted().forEach(sources::add);
        }
      }
    }
    MarkdownPage.all().stream().map(MarkdownPage::path).forEach(sources::add);
    return sources;
  }
}
