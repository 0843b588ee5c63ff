package dev.memenem.caption;

import dev.memenem.caption.CaptionAnswer.Cause;
import dev.memenem.caption.CaptionAnswer.Failed;
import dev.memenem.caption.CaptionRequest.Order;
import dev.memenem.caption.ChainResult.Cost;
import dev.memenem.caption.ChainResult.Missing;
import dev.memenem.caption.ChainResult.Written;
import dev.memenem.caption.Variation.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One request while it is being filled. Belongs to one thread. */
final class Filling {
  private final CaptionRequest request;
  private final Map<String, List<Written>> written = new LinkedHashMap<>();
  private final Map<String, Set<String>> known = new HashMap<>();
  private final Map<String, Failed> failures = new LinkedHashMap<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private int calls;
  private long tokens;
  private Duration waited = Duration.ZERO;
  private Duration asked = Duration.ZERO;

  Filling(CaptionRequest request) {
    this.request = request;
    for (Order order : request.orders()) {
      String id = order.template().id();
      written.put(id, new ArrayList<>());
      known.put(id, order.taken().stream().map(Captions::fingerprint).collect(Collectors.toSet()));
    }
  }

  /** What is still wanted, with everything that is there as taken. */
  List<Order> open() {
    List<Order> open = new ArrayList<>();
    for (Order order : request.orders()) {
      List<Written> have = written.get(order.template().id());
      int missing = order.count() - have.size();
      if (missing > 0) {
        List<Captions> taken = new ArrayList<>(order.taken());
        have.forEach(one -> taken.add(one.captions()));
        open.add(new Order(order.template(), missing, taken));
      }
    }
    return open;
  }

  CaptionRequest openRequest() {
    return new CaptionRequest(
        request.topic(), request.style(), open(), request.seed(), request.deadline());
  }

  /** Takes a variation unless it is there already, has the wrong panels or is not wanted. */
  void add(Order order, Captions captions, Origin origin) {
    String id = order.template().id();
    List<Written> have = written.get(id);
    int wanted =
        request.orders().stream()
            .filter(o -> o.template().id().equals(id))
            .mapToInt(Order::count)
            .sum();
    if (have.size() < wanted
        && captions.texts().size() == order.template().panels().size()
        && known.computeIfAbsent(id, k -> new HashSet<>()).add(captions.fingerprint())) {
      have.add(new Written(captions, origin));
    }
  }

  void warn(String provider, String line) {
    warnings.add(provider + ": " + line);
  }

  void failed(String provider, Failed failed) {
    failures.put(provider, failed);
    warn(provider, failed.detail());
  }

  void waited(Duration time) {
    waited = waited.plus(time);
  }

  void called(Duration time, long counted) {
    calls++;
    tokens += counted;
    asked = asked.plus(time);
  }

  ChainResult result() {
    Map<String, Missing> missing = new LinkedHashMap<>();
    for (Order order : open()) {
      missing.put(order.template().id(), new Missing(order.count(), cause(), reason()));
    }
    written.values().removeIf(List::isEmpty);
    Map<String, List<Written>> copies = new LinkedHashMap<>();
    written.forEach((id, list) -> copies.put(id, List.copyOf(list)));
    return new ChainResult(
        copies, missing, List.copyOf(warnings), new Cost(calls, tokens, waited, asked));
  }

  private Cause cause() {
    Cause cause = failures.isEmpty() ? Cause.BROKEN_ANSWER : Cause.CREDENTIALS;
    for (Failed failed : failures.values()) {
      if (failed.cause() != Cause.CREDENTIALS) {
        cause = failed.cause();
      }
    }
    return cause;
  }

  private String reason() {
    if (failures.isEmpty()) {
      return warnings.isEmpty()
          ? "no provider wrote enough different captions"
          : String.join("; ", warnings);
    }
    return failures.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue().detail())
        .collect(Collectors.joining("; "));
  }
}
