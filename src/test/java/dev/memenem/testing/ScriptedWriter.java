package dev.memenem.testing;

import dev.memenem.batch.CaptionWriter;
import dev.memenem.caption.CaptionRequest;
import dev.memenem.caption.CaptionRequest.Order;
import dev.memenem.caption.Captions;
import dev.memenem.caption.Variation.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Writes captions that say which template and which call they are from; remembers every order. */
public final class ScriptedWriter implements CaptionWriter {
  private final List<CaptionRequest> calls = new ArrayList<>();
  private final Map<String, Integer> shortage = new HashMap<>();
  private Consumer<CaptionRequest> during = request -> {};

  /** From now on the template gets at most so many. */
  public ScriptedWriter giveAtMost(String templateId, int count) {
    shortage.put(templateId, count);
    return this;
  }

  public ScriptedWriter giveAll() {
    shortage.clear();
    return this;
  }

  /** What happens while a call is under way. */
  public ScriptedWriter during(Consumer<CaptionRequest> event) {
    during = event;
    return this;
  }

  public synchronized List<CaptionRequest> calls() {
    return List.copyOf(calls);
  }

  /** Ids of all templates that were asked for, in order, once for each time. */
  public synchronized List<String> asked() {
    return calls.stream()
        .flatMap(call -> call.orders().stream())
        .map(order -> order.template().id())
        .toList();
  }

  @Override
  public boolean remote() {
    return true;
  }

  @Override
  public Filled fill(CaptionRequest request, BooleanSupplier stop) {
    int call;
    synchronized (this) {
      calls.add(request);
      call = calls.size();
    }
    during.accept(request);
    Map<String, List<Written>> written = new HashMap<>();
    for (Order order : request.orders()) {
      int count =
          Math.min(order.count(), shortage.getOrDefault(order.template().id(), order.count()));
      List<Written> captions = new ArrayList<>();
      for (int i = 1; i <= count; i++) {
        List<String> texts = new ArrayList<>();
        for (int panel = 1; panel <= order.template().panels().size(); panel++) {
          texts.add("%s call %d text %d.%d".formatted(order.template().id(), call, i, panel));
        }
        captions.add(new Written(new Captions(texts), new Origin("scripted", "m", false)));
      }
      if (!captions.isEmpty()) {
        written.put(order.template().id(), captions);
      }
    }
    return new Filled(written, Map.of(), List.of());
  }
}
