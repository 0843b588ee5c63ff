package dev.memenem.template;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A meme format: a picture and the texts that go on it.
 *
 * @param id {@code imgflip_<id>} wherever the Imgflip id is known, else {@code builtin_<slug>},
 *     {@code reddit_<post>} or {@code knowyourmeme_<slug>}
 * @param name as people call it
 * @param source who listed it: {@code builtin}, {@code imgflip}, {@code reddit}, {@code
 *     knowyourmeme}
 * @param image its blank picture
 * @param meaning what it is for
 * @param panels its text boxes in reading order, at least one
 * @param popularity 0 to 100
 */
public record Template(
    String id,
    String name,
    String source,
    Image image,
    Meaning meaning,
    List<Panel> panels,
    double popularity) {

  public Template {
    Objects.requireNonNull(id, "id");
    panels = LaterList.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("template " + id + " has no panel");
    }
  }

  /**
   * The blank picture.
   *
   * @param url where it is; empty when nobody has published one. {@code memenem:<slug>} names a
   *     blank that the program draws itself
   * @param width pixels, 0 when not known
   * @param height pixels, 0 when not known
   */
  public record Image(Optional<String> url, int width, int height) {
    /** The scheme of blanks that need no download. */
    public static final String DRAWN = "memenem:";

    public boolean isDrawn() {
      return url.filter(u -> u.startsWith(DRAWN)).isPresent();
    }
  }

  /**
   * What somebody who knows memes knows of it.
   *
   * @param otherNames other names people search for
   * @param tags from the catalogue's list of tags
   * @param characters who is in the picture
   * @param tone one or two words: {@code smug}, {@code panicked}
   * @param situation what it is used for, a phrase: "somebody tempted by the worse choice"
   * @param structure the joke's structure, a name from the catalogue's list; {@code
   *     setup_punchline} when not known
   * @param page a page about the format; empty when there is none
   * @param examples texts of our own, each with one text a panel
   */
  public record Meaning(
      List<String> otherNames,
      List<String> tags,
      List<String> characters,
      String tone,
      String situation,
      String structure,
      String page,
      List<List<String>> examples) {
    public static final Meaning UNKNOWN =
        new Meaning(List.of(), List.of(), List.of(), "", "", "setup_punchline", "", List.of());

    public Meaning {
      otherNames = List.copyOf(otherNames);
      tags = List.copyOf(tags);
      characters = List.copyOf(characters);
      examples = LaterList.copyOf(examples);
    }
  }
}
