package dev.memenem.testing;

import dev.memenem.caption.CaptionAnswer;
import dev.memenem.caption.CaptionAnswer.Cause;
import dev.memenem.caption.CaptionAnswer.Failed;
import dev.memenem.caption.CaptionAnswer.Written;
import dev.memenem.caption.CaptionProvider;
import dev.memenem.caption.CaptionRequest;
import dev.memenem.caption.CaptionRequest.Order;
import dev.memenem.caption.Captions;
import dev.memenem.caption.ChainLink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A provider that answers by script and, when the script is at its end, writes whatever it is asked
 * for, never the same twice.
 */
public final class ScriptedProvider implements CaptionProvider {
  private final String name;
  private final boolean remote;
  private final InstantSource clock;
  private final Deque<Function<CaptionRequest, CaptionAnswer>> script = new ArrayDeque<>();
  private final List<CaptionRequest> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<Instant> starts = Collections.synchronizedList(new ArrayList<>());
  private int jokes;

  public ScriptedProvider(String name, boolean remote, InstantSource clock) {
    this.name = name;
    this.remote = remote;
    this.clock = clock;
  }

  public ChainLink link(Duration spacing) {
    return remote
        ? new ChainLink(this, name + ":account", name + "-model", spacing)
        : ChainLink.local(this);
  }

  /** The next calls fail so, one after the other. */
  public ScriptedProvider failing(Cause cause, String detail, Optional<Instant> until, int times) {
    for (int i = 0; i < times; i++) {
      script.add(request -> new Failed(cause, detail, until));
    }
    return this;
  }

  /** The next call leaves out so many variations of each template. */
  public ScriptedProvider leavingOut(int count, String problem) {
    script.add(request -> written(request, count, List.of(problem)));
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean remote() {
    return remote;
  }

  @Override
  public synchronized CaptionAnswer write(CaptionRequest request) {
    asked.add(request);
    starts.add(clock.instant());
    Function<CaptionRequest, CaptionAnswer> next = script.poll();
    return next == null ? written(request, 0, List.of()) : next.apply(request);
  }

  private Written written(CaptionRequest request, int leftOut, List<String> problems) {
    Map<String, List<Captions>> captions = new LinkedHashMap<>();
    for (Order order : request.orders()) {
      List<Captions> list = new ArrayList<>();
      for (int i = leftOut; i < order.count(); i++) {
        jokes++;
        list.add(SampleOrders.captions(order.template(), name + " joke " + jokes));
      }
      captions.put(order.template().id(), list);
    }
    return new Written(captions, name + "-model", 100, problems);
  }

  public List<CaptionRequest> asked() {
    return List.copyOf(asked);
  }

  public List<Instant> starts() {
    return List.copyOf(starts);
  }
}
