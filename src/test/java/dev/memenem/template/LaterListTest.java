package dev.memenem.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What nobody looks at is not made. */
class LaterListTest {
  private final List<String> asked = new ArrayList<>();
  private final List<String> list =
      new LaterList<>(
          2,
          () -> {
            asked.add("asked");
            return List.of("one", "two");
          });

  @Test
  void itsSizeIsKnownBeforeItsItemsAreMade() {
    assertThat(LaterList.copyOf(list)).hasSize(2);
    assertThat(list.isEmpty()).isFalse();
    assertThat(asked).isEmpty();
  }

  @Test
  void itsItemsAreMadeOnceAndEqualThoseOfAnyList() {
    assertThat(list.get(1)).isEqualTo("two");
    assertThat(list).isEqualTo(List.of("one", "two")).hasSameHashCodeAs(List.of("one", "two"));
    assertThat(asked).hasSize(1);
  }

  @Test
  void nothingCanBeAddedToIt() {
    assertThatThrownBy(() -> list.add("three")).isInstanceOf(UnsupportedOperationException.class);
  }
}
