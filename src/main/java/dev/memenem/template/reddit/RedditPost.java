package dev.memenem.template.reddit;

import dev.memenem.json.Invisible;
import dev.memenem.json.Tree;
import dev.memenem.template.LikelyPanels;
import dev.memenem.template.Template;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a template of a post, when it is one. */
final class RedditPost {
  private static final Pattern ID = Pattern.compile("[a-z0-9]{1,16}");
  private static final Pattern PICTURE = Pattern.compile("(?i).+\\.(?:jpe?g|png)");
  private static final Pattern CHATTER =
      Pattern.compile("(?i)[\\[(][^\\])]*template[^\\])]*[\\])]|\\b(?:blank\\s+)?template\\b");
  private static final int LONGEST_NAME = 80;

  private RedditPost() {}

  private record Picture(String url, int width, int height) {}

  static Optional<Template> template(Tree post) {
    if (isUnwanted(post)) {
      return Optional.empty();
    }
    List<Tree> parents = post.get("crosspost_parent_list").items();
    Tree media = parents.isEmpty() ? post : parents.get(0);
    if (isUnwanted(media)) {
      return Optional.empty();
    }
    String name = name(post.get("title").text());
    String id = post.get("id").text();
    if (name.isEmpty() || !ID.matcher(id).matches()) {
      return Optional.empty();
    }
    return picture(media)
        .map(
            picture ->
                new Template(
                    "reddit_" + id,
                    name,
                    RedditSource.NAME,
                    new Template.Image(
                        Optional.of(picture.url()), picture.width(), picture.height()),
                    meaning(post),
                    LikelyPanels.of(2),
                    popularity(post.get("score").number(0))));
  }

  private static boolean isUnwanted(Tree post) {
    String hint = post.get("post_hint").text();
    String body = post.get("selftext").text();
    return post.get("over_18").flag(false)
        || post.get("is_self").flag(false)
        || post.get("is_video").flag(false)
        || post.get("stickied").flag(false)
        || hint.endsWith("video")
        || hint.equals("self")
        || post.get("removed_by_category").isPresent()
        || body.equals("[removed]")
        || body.equals("[deleted]")
        || post.get("title").text().equals("[deleted by user]");
  }

  /** The title without the words that every title there has; empty when nothing is left. */
  private static String name(String title) {
    String name =
        CHATTER.matcher(Invisible.strip(title)).replaceAll(" ").replaceAll("\\s+", " ").strip();
    name = name.replaceAll("^[\\s:;,.*_-]+|[\\s:;,*_-]+$", "");
    if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return "";
    }
    int length = name.codePointCount(0, name.length());
    return length <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)).strip() + "…";
  }

  private static Template.Meaning meaning(Tree post) {
    String page = post.get("permalink").text();
    Template.Meaning none = Template.Meaning.UNKNOWN;
    return new Template.Meaning(
        none.otherNames(),
        none.tags(),
        none.characters(),
        none.tone(),
        none.situation(),
        none.structure(),
        page.startsWith("/r/") ? "https://www.reddit.com" + page : "",
        none.examples());
  }

  /** From 0 for a post nobody liked to 90 for one that a hundred thousand did. */
  private static double popularity(double score) {
    return Math.round(Math.min(90, 18 * Math.log10(1 + Math.max(0, score))) * 10) / 10.0;
  }

  private static Optional<Picture> picture(Tree post) {
    return post.get("is_gallery").flag(false) ? ofGallery(post) : ofLink(post);
  }

  /** The first picture of the gallery's own order that is there. */
  private static Optional<Picture> ofGallery(Tree post) {
    for (Tree item : post.get("gallery_data").get("items").items()) {
      Tree media = post.get("media_metadata").get(item.get("media_id").text());
      Tree source = media.get("s");
      String type = media.get("m").text();
      boolean picture =
          type.equals("image/jpg") || type.equals("image/jpeg") || type.equals("image/png");
      Optional<String> url = web(source.get("u").text());
      if (picture && media.get("status").text().equals("valid") && url.isPresent()) {
        return Optional.of(new Picture(url.get(), side(source.get("x")), side(source.get("y"))));
      }
    }
    return Optional.empty();
  }

  private static Optional<Picture> ofLink(Tree post) {
    Tree source = new Tree(null);
    List<Tree> images = post.get("preview").get("images").items();
    if (!images.isEmpty()) {
      source = images.get(0).get("source");
    }
    int width = side(source.get("width"));
    int height = side(source.get("height"));
    String link = post.get("url_overridden_by_dest").text(post.get("url").text());
    Optional<String> direct = web(link).filter(RedditPost::isPicture);
    if (direct.isPresent()) {
      return Optional.of(new Picture(direct.get(), width, height));
    }
    return post.get("post_hint").text().equals("image")
        ? web(source.get("url").text())
            .filter(url -> !link.toLowerCase(Locale.ROOT).endsWith(".gif"))
            .map(url -> new Picture(url, width, height))
        : Optional.empty();
  }

  private static boolean isPicture(String url) {
    return PICTURE.matcher(String.valueOf(URI.create(url).getPath())).matches();
  }

  /** An address with {@code &amp;} made {@code &} once; empty when it is none of the web. */
  private static Optional<String> web(String address) {
    String url = address.replace("&amp;", "&");
    try {
      URI uri = URI.create(url);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null && uri.getUserInfo() == null
          ? Optional.of(url)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int side(Tree pixels) {
    int side = pixels.integer(0);
    return side < 0 || side > 20_000 ? 0 : side;
  }
}
