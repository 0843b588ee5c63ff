package dev.memenem.caption;

import dev.memenem.caption.CaptionAnswer.Cause;
import dev.memenem.caption.CaptionAnswer.Failed;
import dev.memenem.caption.CaptionAnswer.Written;
import dev.memenem.caption.CaptionRequest.Order;
import dev.memenem.json.Invisible;
import dev.memenem.json.Tree;
import dev.memenem.template.Panel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a model's answer. Only whole variations that fit their template come out of it: every panel
 * filled, none much too long, none twice, none that exists already. A template may come out with
 * fewer than were asked for; what was left out is said once for each template.
 */
public final class CaptionReader {
  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?i)^\\W*(?:i['’]?m sorry|i am sorry|sorry|i cannot|i can['’]?t|i['’]?m (?:not able|unable)|"
              + "i am (?:not able|unable)|i won['’]?t|as an ai)\\b.*\\b(?:assist|help|provide|"
              + "create|generate|fulfil|fulfill|comply|content|request|caption|captions)\\b.*");
  private static final int CODE_POINTS_A_WORD = 12;

  private final CaptionRequest request;
  private final Set<String> problems = new LinkedHashSet<>();
  private boolean refused;

  private CaptionReader(CaptionRequest request) {
    this.request = request;
  }

  /**
   * @param text what the model said
   * @param model who said it
   * @param tokens what it cost
   */
  public static CaptionAnswer read(String text, CaptionRequest request, String model, long tokens) {
    Optional<Tree> document = AnswerText.object(text);
    if (document.isEmpty()) {
      return REFUSAL.matcher(text.strip()).matches()
          ? refused()
          : broken("the answer holds no whole JSON object");
    }
    return new CaptionReader(request).read(document.get(), model, tokens);
  }

  private CaptionAnswer read(Tree document, String model, long tokens) {
    Map<String, List<Captions>> captions = new LinkedHashMap<>();
    for (Order order : request.orders()) {
      List<Captions> good = variations(order, document.get(order.template().id()));
      if (!good.isEmpty()) {
        captions.put(order.template().id(), good);
      }
    }
    if (captions.isEmpty()) {
      return refused ? refused() : broken(problems.iterator().next());
    }
    return new Written(captions, model, tokens, List.copyOf(problems));
  }

  private static Failed refused() {
    return new Failed(Cause.REFUSED, "the model declined to write on this", Optional.empty());
  }

  private static Failed broken(String detail) {
    return new Failed(Cause.BROKEN_ANSWER, detail, Optional.empty());
  }

  private List<Captions> variations(Order order, Tree items) {
    Set<String> known = new HashSet<>();
    order.taken().forEach(taken -> known.add(taken.fingerprint()));
    List<Captions> good = new ArrayList<>();
    Set<String> faults = new LinkedHashSet<>();
    for (Tree item : items.items()) {
      List<String> texts = texts(item, order.template().panels().size());
      Optional<String> fault = fault(texts, order.template().panels());
      if (fault.isPresent()) {
        faults.add(fault.get());
      } else if (good.size() < order.count()) {
        Captions captions = new Captions(framed(texts, order.template().panels()));
        if (known.add(captions.fingerprint())) {
          good.add(captions);
        } else {
          faults.add("the same twice");
        }
      }
    }
    int missing = order.count() - good.size();
    if (missing > 0) {
      problems.add(
          "%d of %d captions for %s are missing (%s)"
              .formatted(
                  missing,
                  order.count(),
                  Invisible.strip(order.template().name()),
                  faults.isEmpty() ? "the answer has no more" : String.join(", ", faults)));
    }
    return good;
  }

  /** An object with the panels, or a bare array of as many texts; else an empty list. */
  private static List<String> texts(Tree item, int panels) {
    List<String> texts = new ArrayList<>();
    if (item.isObject()) {
      for (int number = 1; number <= panels; number++) {
        texts.add(clean(item.get(CaptionSchema.panel(number)).text()));
      }
      return item.get(CaptionSchema.panel(panels + 1)).isPresent() ? List.of() : texts;
    }
    item.texts().forEach(text -> texts.add(clean(text)));
    return texts.size() == panels && item.items().size() == panels ? texts : List.of();
  }

  private static String clean(String text) {
    return Invisible.strip(text).strip().replaceAll("\\s+", " ");
  }

  private Optional<String> fault(List<String> texts, List<Panel> panels) {
    if (texts.size() != panels.size()) {
      return Optional.of("other panels than asked for");
    }
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      if (text.codePoints().noneMatch(c -> !Character.isWhitespace(c) && c != '…' && c != '.')) {
        return Optional.of("an empty panel");
      }
      if (REFUSAL.matcher(text).matches()) {
        refused = true;
        return Optional.of("declined");
      }
      if (isTooLong(text, panels.get(i))) {
        return Optional.of("too long for its panel");
      }
    }
    return Optional.empty();
  }

  /** Half as many words again still fit a box in a smaller size. */
  private static boolean isTooLong(String text, Panel panel) {
    int frame = panel.frame().map(CaptionReader::words).orElse(0);
    int limit = (panel.maxWords() + frame) * 3 / 2 + 2;
    return words(text) > limit
        || text.codePointCount(0, text.length()) > limit * CODE_POINTS_A_WORD;
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  /** A frame that leaves nothing open is the text, whatever the model made of it. */
  private static List<String> framed(List<String> texts, List<Panel> panels) {
    List<String> framed = new ArrayList<>(texts);
    for (int i = 0; i < framed.size(); i++) {
      Optional<String> frame = panels.get(i).frame();
      if (frame.isPresent() && !frame.get().contains("{}")) {
        framed.set(i, frame.get());
      }
    }
    return framed;
  }
}
