package dev.memenem.template;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;

/**
 * An immutable list whose items are made when the first of them is asked for; its size is known
 * before. A start that ranks the whole catalogue shows only a few of its formats. Thread safe.
 */
public final class LaterList<T> extends AbstractList<T> implements RandomAccess {
  private final int size;
  private Supplier<List<T>> source;
  private List<T> items;

  /**
   * @param source is asked at most once and gives {@code size} items
   */
  public LaterList(int size, Supplier<List<T>> source) {
    this.size = size;
    this.source = source;
  }

  /** As {@link List#copyOf}, which would make the items. */
  static <T> List<T> copyOf(List<T> list) {
    return list instanceof LaterList ? list : List.copyOf(list);
  }

  @Override
  public synchronized T get(int index) {
    if (items == null) {
      items = List.copyOf(source.get());
      source = null;
    }
    return items.get(index);
  }

  @Override
  public int size() {
    return size;
  }
}
