package dev.memenem.virality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Captions of our own, with the scores they get: {@code template TAB score TAB raw TAB panels}. */
final class Golden {
  private Golden() {}

  record Line(String template, String score, String raw, List<String> captions) {
    static Line of(String line) {
      String[] columns = line.split("\t", 4);
      return new Line(columns[0], columns[1], columns[2], List.of(columns[3].split(" / ", -1)));
    }
  }

  static List<Line> lines() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Golden.class.getResourceAsStream("golden-scores.tsv"), StandardCharsets.UTF_8))) {
      return lines.lines().map(Line::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<List<String>> captions() {
    return lines().stream().map(Line::captions).toList();
  }
}
