package dev.memenem.caption.builtin;

import dev.memenem.caption.CaptionAnswer;
import dev.memenem.caption.CaptionProvider;
import dev.memenem.caption.CaptionRequest;
import dev.memenem.caption.CaptionRequest.Order;
import dev.memenem.caption.Captions;
import dev.memenem.virality.ViralityModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes captions without a network and always the same ones for the same request. Thread safe.
 *
 * <p>Its answer holds as many variations as asked for whenever the template has room for so many
 * different ones.
 */
public final class BuiltinProvider implements CaptionProvider {
  /** Drafts per wanted variation; more cost time, fewer leave the chooser no choice. */
  private static final int DRAFTS = 12;

  /** Points of the virality rank that weigh as much as material from the topic's own world. */
  private static final double RANK_WEIGHT = 100;

  @Override
  public String name() {
    return "builtin";
  }

  @Override
  public boolean remote() {
    return false;
  }

  @Override
  public CaptionAnswer write(CaptionRequest request) {
    Lexicon lexicon = Lexicon.load();
    Topic topic = Topic.read(request.topic(), lexicon);
    char style = request.style().id().charAt(0);
    Material material = new Material(lexicon, topic, style);
    Map<Frame, Integer> used = new HashMap<>();
    Chooser chooser = new Chooser();
    Map<String, List<Captions>> written = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (Order order : request.orders()) {
      SplittableRandom random =
          new SplittableRandom(
              request.seed() * 31
                  + (topic.text().toLowerCase(Locale.ROOT) + style + order.template().id())
                      .hashCode());
      Writer writer = new Writer(order.template(), style, topic, material, used, random);
      List<Captions> captions = captions(order, writer, chooser, material, used, random);
      written.put(order.template().id(), captions);
      if (captions.size() < order.count()) {
        problems.add(
            order.template().id() + " has room for " + captions.size() + " different captions");
      }
    }
    return new CaptionAnswer.Written(written, "", 0, problems);
  }

  private static List<Captions> captions(
      Order order,
      Writer writer,
      Chooser chooser,
      Material material,
      Map<Frame, Integer> used,
      SplittableRandom random) {
    int wanted = DRAFTS * (order.count() + order.taken().size() / 2);
    Map<String, Draft> drafts = new LinkedHashMap<>();
    for (int i = 0; i < wanted * 3 && drafts.size() < wanted; i++) {
      writer.draft().ifPresent(d -> drafts.putIfAbsent(d.captions().fingerprint(), d));
    }
    for (int i = 0; i < wanted && drafts.size() < order.count() + order.taken().size(); i++) {
      writer.labels().ifPresent(d -> drafts.putIfAbsent(d.captions().fingerprint(), d));
    }
    Spares spares = new Spares(order.template(), random);
    for (int i = 0; i < 400 && drafts.size() < order.count() + order.taken().size(); i++) {
      spares.draft().ifPresent(d -> drafts.putIfAbsent(d.captions().fingerprint(), d));
    }
    ViralityModel model = ViralityModel.load();
    // Each draft is itself alone, and the hash of all that is in it dear.
    Map<Draft, Double> quality = new IdentityHashMap<>();
    for (Draft draft : drafts.values()) {
      double rank = model.rank(order.template().id(), draft.captions().texts()).score();
      quality.put(draft, draft.worth() + rank / RANK_WEIGHT + random.nextDouble() * 0.8);
    }
    List<Draft> chosen =
        chooser.choose(List.copyOf(drafts.values()), order.count(), order.taken(), quality::get);
    for (Draft draft : chosen) {
      draft.atoms().forEach(material::use);
      draft.frames().forEach(frame -> used.merge(frame, 1, Integer::sum));
    }
    return chosen.stream().map(Draft::captions).toList();
  }
}
