package dev.memenem.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikelyPanelsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 12})
  void the_texts_of_a_format_nobody_knows_stand_apart_in_reading_order(int count) {
    List<Panel> panels = LikelyPanels.of(count);
    assertThat(panels).hasSize(count);
    assertThat(panels).extracting(Panel::role).doesNotHaveDuplicates();
    for (int i = 1; i < count; i++) {
      Box before = panels.get(i - 1).box();
      Box box = panels.get(i).box();
      boolean below = box.y() >= before.y() + before.height();
      boolean beside = box.y() == before.y() && box.x() >= before.x() + before.width();
      assertThat(below || beside).as("%s behind %s", box, before).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 13})
  void no_format_has_so_many_texts(int count) {
    assertThatThrownBy(() -> LikelyPanels.of(count)).isInstanceOf(IllegalArgumentException.class);
  }
}
