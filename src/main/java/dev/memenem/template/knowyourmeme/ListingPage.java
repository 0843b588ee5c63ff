package dev.memenem.template.knowyourmeme;

import dev.memenem.json.Invisible;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Entries on a listing page, in the table of 2019 as in the cards of 2025: links to one meme with a
 * picture inside.
 */
final class ListingPage {
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?:https?://(?:www\\.)?knowyourmeme\\.com)?/memes/([a-z0-9][a-z0-9-]{0,99})");
  private static final Set<String> NO_MEMES =
      Set.of(
          "new",
          "submissions",
          "confirmed",
          "newsworthy",
          "deadpool",
          "memes",
          "page",
          "people",
          "events",
          "subcultures",
          "cultures",
          "sites",
          "search",
          "random",
          "trending",
          "top",
          "popular",
          "all",
          "researching");

  /** Labels of the table for entries that are no memes. */
  private static final Set<String> OTHER_KINDS =
      Set.of("subculture", "event", "person", "site", "culture", "nsfw");

  private static final Pattern SMALL =
      Pattern.compile("/(?:medium|mobile|facebook|newsfeed|masonry)/");

  private ListingPage() {}

  /**
   * @param names the name people use first, then the others
   * @param picture its address
   */
  record Entry(String slug, List<String> names, String picture) {}

  static List<Entry> entries(String html) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Element link : Jsoup.parse(html).select("a[href]:has(img)")) {
      entry(link).ifPresent(entry -> entries.putIfAbsent(entry.slug(), entry));
    }
    return List.copyOf(entries.values());
  }

  /** True for the page that asks a browser to prove itself, whatever its status. */
  static boolean isChallenge(String html) {
    return html.contains("_cf_chl_opt")
        || html.toLowerCase(Locale.ROOT).contains("<title>just a moment");
  }

  private static Optional<Entry> entry(Element link) {
    Matcher matcher = ENTRY.matcher(link.attr("href").replaceFirst("[?#].*", ""));
    if (!matcher.matches() || NO_MEMES.contains(matcher.group(1)) || isOfAnotherKind(link)) {
      return Optional.empty();
    }
    Element image = link.selectFirst("img");
    List<String> names = names(name(link, image));
    Optional<String> picture = picture(image);
    return names.isEmpty() || picture.isEmpty()
        ? Optional.empty()
        : Optional.of(new Entry(matcher.group(1), names, picture.get()));
  }

  private static boolean isOfAnotherKind(Element link) {
    Element cell = link.closest("td, .item, .card");
    Element around = cell == null ? link : cell;
    if (link.hasClass("nsfw")
        || link.hasAttr("data-nsfw") && !link.attr("data-nsfw").equals("false")) {
      return true;
    }
    return around.select(".label, .stamp, .badge").stream()
        .map(label -> label.hasText() ? label.text() : label.attr("aria-label"))
        .anyMatch(text -> OTHER_KINDS.contains(text.strip().toLowerCase(Locale.ROOT)));
  }

  private static String name(Element link, Element image) {
    Element cell = link.closest("td");
    List<String> candidates = new ArrayList<>();
    candidates.add(link.attr("data-title"));
    candidates.add(link.attr("data-data-entry-name"));
    candidates.add(image.attr("data-data-entry-name"));
    Element heading = link.selectFirst("h2, h3, .title");
    candidates.add(heading == null ? "" : heading.text());
    Element beside = cell == null ? null : cell.selectFirst("h2");
    candidates.add(beside == null ? "" : beside.text());
    candidates.add(image.attr("alt"));
    candidates.add(image.attr("title"));
    return candidates.stream().filter(name -> !name.isBlank()).findFirst().orElse("");
  }

  private static List<String> names(String title) {
    List<String> names = new ArrayList<>();
    for (String name : Invisible.strip(title).split(" / ")) {
      String shown = name.strip();
      if (shown.codePoints().anyMatch(Character::isLetterOrDigit) && shown.length() <= 120) {
        names.add(shown);
      }
    }
    return names;
  }

  private static Optional<String> picture(Element image) {
    for (String attribute : List.of("data-image", "data-src", "src-large", "src")) {
      String address = image.attr(attribute).strip();
      String url = address.startsWith("//") ? "https:" + address : address;
      if (url.startsWith("https://") || url.startsWith("http://")) {
        try {
          return URI.create(url).getHost() == null ? Optional.empty() : Optional.of(large(url));
        } catch (IllegalArgumentException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** Their picture server keeps every size under the same path. */
  private static String large(String url) {
    return url.contains("kym-cdn.com/") ? SMALL.matcher(url).replaceFirst("/original/") : url;
  }
}
