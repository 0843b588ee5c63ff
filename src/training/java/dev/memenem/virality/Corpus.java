package dev.memenem.virality;

import dev.memenem.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Captions and how they did. Columns, parted by tabs, no header: template, post number, views,
 * votes, percentile 0 to 100 among neighbours in time on its template, panels as a JSON array.
 */
record Corpus(List<Caption> captions) {
  /** From this post number on the site kept the panels of a caption apart. */
  static final long PANELS_SINCE = 55_750_000;

  record Caption(String template, long post, double percentile, List<String> panels) {
    boolean panelsKnown() {
      return post >= PANELS_SINCE;
    }
  }

  static Corpus read(Path file) throws IOException {
    List<Caption> captions = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] columns = line.split("\t", 6);
        captions.add(
            new Caption(
                columns[0].intern(),
                Long.parseLong(columns[1]),
                Double.parseDouble(columns[4]),
                Json.parse(columns[5]).texts()));
      }
    }
    return new Corpus(captions);
  }

  int size() {
    return captions.size();
  }
}
