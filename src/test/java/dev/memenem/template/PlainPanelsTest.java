package dev.memenem.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPanelsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 12})
  void boxesStandInThePictureInReadingOrderAndDoNotOverlap(int count) {
    List<Panel> panels = PlainPanels.of(count);
    assertThat(panels).hasSize(count);
    for (int i = 1; i < count; i++) {
      Box above = panels.get(i - 1).box();
      assertThat(panels.get(i).box().y()).isGreaterThanOrEqualTo(above.y() + above.height());
    }
    assertThat(panels).extracting(Panel::role).doesNotHaveDuplicates();
  }
}
