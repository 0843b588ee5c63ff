package dev.memenem.caption.builtin;

import dev.memenem.template.Box;
import dev.memenem.template.Panel;
import dev.memenem.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One template for every joke structure, as the catalogue describes them. */
final class Formats {
  private static final String ALL =
      """
      setup_punchline | setup:12 punchline:12
      reaction | trigger:16 reaction:10
      reaction | trigger:16
      reject_prefer | rejected:12 preferred:14
      reject_prefer | rejected_1:10 preferred_1:10 rejected_2:10 preferred_2:10
      escalation | level_1:10 level_2:10 level_3:10 level_4:12
      escalation | level_1:10 level_2:10 level_3:12
      escalation | level_1:9 level_2:9 level_3:9 level_4:9 level_5:9 level_6:9 level_7:9
      dilemma | option_a:7 option_b:7 chooser:7
      temptation | temptation:6 tempted:4 neglected:6
      comparison | strong_name:6 weak_name:6 strong_line:12 weak_line:12
      comparison | strong:12 weak:12
      same_thing | thing_a:8 thing_b:8 verdict:6
      agreement | party_a:6 party_b:6 common_ground:8
      plan_backfires | step_1:10 step_2:10 flaw:10 flaw_again:10
      panic_calm | panic:12 calm:12 panic_again:12
      self_inflicted | culprit:5 act:10 complaint:12
      statement | statement:14
      statement | statement:14 comeback:10
      boardroom | question:12 safe_answer_1:5 safe_answer_2:5 honest_answer:7
      dialogue | line_1:12 line_2:12
      dialogue | line_1:12 line_2:12 line_3:12
      dialogue | line_1:12 line_2:12 line_3:12 line_4:12
      dialogue | line_1:12 line_2:12 line_3:12 line_4:12 line_5:12 line_6:12
      misreading | viewer:5 object:6 wrong_name:8
      unmasking | hunter:6 mask:8 truth:8
      unmasking | mask:8 truth:8
      avoidance | demand:8 avoider:8
      ignored | favourite:6 ignored:6 forgotten:6
      trade | i_receive:8 you_receive:8
      bell_curve | low:8 middle:16 high:8
      revelation | realisation:12 confirmation:4=Always_has_been.
      loophole | premise:12 loophole:12
      confession | setup:12 confession:12
      expectation_reality | expectation:12 reality:12
      timeline | then:10 now:10
      timeline | stage_1:8 stage_2:8 stage_3:8
      chart | label_1:6 label_2:6 label_3:6
      doubt | claim:12 hopeful_question:10 worried_question:10
      mismatch | accuser:12 accused:10
      obstacle | runner:5 goal:7 obstacle:7
      labelled_scene | driver:5 danger:6 passenger:5 exit:6
      pecking_order | first:8 second:8 third:8
      catchphrase | lead_in:4=One_does_not_simply payoff:9
      catchphrase | lead_in:8={},_{} payoff:8={}_everywhere
      catchphrase | lead_in:4=Brace_yourselves. payoff:9={}
      catchphrase | lead_in:5=What_if_I_told_you payoff:14
      catchphrase | lead_in:12=Not_sure_if_{} payoff:12=Or_{}
      catchphrase | lead_in:12 payoff:8=change_my_mind
      catchphrase | statement:12={}_is_coming
      some_new_structure | strange:8 unheard_of:8 peculiar:8 odd:8
      setup_punchline | top:2 bottom:2
      statement | tiny:1
      setup_punchline | a:10 b:10 c:10 d:10 e:10
      """;

  private Formats() {}

  static List<Template> all() {
    List<Template> all = new ArrayList<>();
    for (String line : ALL.lines().toList()) {
      String[] halves = line.split(" \\| ");
      all.add(template(all.size(), halves[0].strip(), halves[1].strip().split(" ")));
    }
    return all;
  }

  private static Template template(int number, String structure, String[] panels) {
    List<Panel> made = new ArrayList<>();
    for (String panel : panels) {
      String[] framed = panel.split("=", 2);
      String[] sized = framed[0].split(":");
      Optional<String> frame =
          framed.length < 2 ? Optional.empty() : Optional.of(framed[1].replace('_', ' '));
      int words = Integer.parseInt(sized[1]);
      made.add(
          new Panel(
              sized[0], "", frame, words / 2, words, Panel.Look.CLASSIC, new Box(0, 0, 1, 1, 0)));
    }
    Template.Meaning meaning =
        new Template.Meaning(List.of(), List.of(), List.of(), "", "", structure, "", List.of());
    return new Template(
        "test_" + number + "_" + structure,
        "Format " + number,
        "builtin",
        new Template.Image(Optional.empty(), 600, 600),
        meaning,
        made,
        50);
  }
}
