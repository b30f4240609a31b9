package backbeat.engine.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.cut.PlanOutcome.Verdict;
import backbeat.engine.looks.Passage;
import backbeat.engine.shotlist.PlannedShot;
import backbeat.engine.shotlist.PlannedShot.Kind;
import backbeat.engine.shotlist.PlannedShot.Priority;
import backbeat.engine.shotlist.ShotLength;
import backbeat.engine.time.Rate;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Verses are bars 1-8 and 17-24, choruses 9-16 and 25-32; a bar has two seconds, and the first begins at 0.31 s. */
class ShotListInCutTest {
    private static Shoot threeCameras() {
        return new Shoot(70, 120)
                .clip("A/A1.mov", "A", Rate.FPS_25, 80, -4)
                .looking()
                .clip("B/12A-2.mov", "B", Rate.FPS_25, 80, -5)
                .looking()
                .clip("C/C1.mov", "C", Rate.FPS_25, 80, -6)
                .looking();
    }

    static PlannedShot row(String where, String camera, String clip) {
        return new PlannedShot(2, "", where, camera, clip, null, null, null, Priority.WANT, "");
    }

    private static double shown(RoughCut cut, String camera, double from, double to) {
        return cut.choices().stream()
                .filter(choice -> choice.camera().equals(camera))
                .mapToDouble(choice -> Math.max(0, Math.min(to, choice.songEnd()) - Math.max(from, choice.songStart())))
                .sum();
    }

    @Test
    void aPlannedCameraIsSeenInItsBarsAndTheReasonsAndTheReportSayIt() {
        Shoot shoot = threeCameras();
        shoot.plan.add(row("bars 9-16", "Camera C", ""));
        RoughCut cut = shoot.cut();
        new CutRules(shoot, cut).hold();
        assertThat(shown(cut, "C", 16.31, 32.31)).isGreaterThan(14.5);
        assertThat(cut.choices()).flatExtracting(Choice::reasons).contains("as planned: Camera C in bars 9-16");
        assertThat(cut.plan()).singleElement().satisfies(outcome -> {
            assertThat(outcome.verdict()).isEqualTo(Verdict.FOLLOWED);
            assertThat(outcome.plannedSeconds()).isCloseTo(16, within(0.01));
        });
    }

    @Test
    void aSetUpIsFoundInTheNameOfAClip() {
        Shoot shoot = threeCameras();
        shoot.plan.add(row("verse 2", "", "set-up 12A"));
        assertThat(shown(shoot.cut(), "B", 32.31, 48.31)).isGreaterThan(14.5);
    }

    @Test
    void twoCamerasPlannedForTheSameBarsShareThem() {
        Shoot shoot = threeCameras();
        shoot.plan.add(row("chorus 1", "A", ""));
        shoot.plan.add(row("chorus 1", "B", ""));
        RoughCut cut = shoot.cut();
        assertThat(shown(cut, "C", 16.5, 32)).isLessThan(0.5);
        assertThat(shown(cut, "A", 16.31, 32.31)).isGreaterThan(3);
        assertThat(shown(cut, "B", 16.31, 32.31)).isGreaterThan(3);
        assertThat(cut.plan()).extracting(PlanOutcome::verdict).containsOnly(Verdict.FOLLOWED);
    }

    @Test
    void whatIsBlurredOrBlackIsNotShownBecauseItWasPlanned() {
        Passage blurred = new Passage(Passage.Kind.BLURRED, 24, 30, 1, "out of focus");
        Shoot shoot = new Shoot(70, 120)
                .clip("A/A1.mov", "A", Rate.FPS_25, 80, -4)
                .looking(blurred)
                .clip("B/B1.mov", "B", Rate.FPS_25, 80, -5)
                .looking();
        shoot.plan.add(row("chorus 1", "A", ""));
        RoughCut cut = shoot.cut();
        assertThat(shown(cut, "A", 20, 26)).isLessThan(1.1);
        assertThat(shown(cut, "A", 16.31, 32.31)).isGreaterThan(8);
        assertThat(cut.choices())
                .flatExtracting(Choice::reasons)
                .anyMatch(reason -> reason.startsWith("not as planned") && reason.contains("blurred"));
    }

    @Test
    void whatHasNoFootageIsToldAndTheRestIsCutAsEver() {
        Shoot shoot = threeCameras();
        shoot.plan.add(row("chorus 1", "Z", ""));
        shoot.plan.add(row("bridge 4", "A", ""));
        RoughCut cut = shoot.cut();
        assertThat(cut.plan()).extracting(PlanOutcome::verdict).containsExactly(Verdict.NO_FOOTAGE, Verdict.NO_PLACE);
        assertThat(cut.findings())
                .extracting(finding -> finding.problem().code())
                .containsExactlyInAnyOrder("shots/no-place", "shots/no-footage");
        assertThat(cut.choices())
                .extracting(Choice::clip)
                .isEqualTo(threeCameras().cut().choices().stream()
                        .map(Choice::clip)
                        .toList());
    }

    @Test
    void aLockedShotStandsAgainstThePlanAndSaysSo() {
        Shoot shoot = threeCameras();
        shoot.plan.add(row("chorus 1", "A", ""));
        RoughCut cut =
                shoot.cut(Styles.standard(), CutWishes.NONE.locking(new CutWishes.Held("C/C1.mov", 20.32, 24.32)));
        assertThat(shown(cut, "C", 20, 24.5)).isGreaterThan(3.9);
        assertThat(cut.choices())
                .flatExtracting(Choice::reasons)
                .anyMatch(reason -> reason.startsWith("not as planned") && reason.endsWith("held by hand"));
    }

    @Test
    void shotsAreAsLongAsTheListSays() {
        Shoot shoot = threeCameras();
        shoot.plan.add(new PlannedShot(
                2, "", "verse 1", "", "", null, null, ShotLength.of("1 bar").orElseThrow(), Priority.WANT, ""));
        RoughCut cut = shoot.cut();
        new CutRules(shoot, cut).hold();
        assertThat(meanLength(cut, 2, 15))
                .isLessThan(0.7 * meanLength(threeCameras().cut(), 2, 15));
    }

    private static double meanLength(RoughCut cut, double from, double to) {
        return cut.choices().stream()
                .filter(choice -> choice.songEnd() > from && choice.songStart() < to)
                .mapToDouble(choice -> choice.songEnd() - choice.songStart())
                .average()
                .orElseThrow();
    }

    @Test
    void storyIsToldWhereItIsPlannedAlsoWhereTheSongIsLoud() {
        Shoot shoot = threeCameras().clip("b-roll/street.mov", "C", Rate.FPS_25, 20, 0, "1", "unmatched");
        shoot.plan.add(new PlannedShot(2, "", "bars 12-13", "", "", Kind.STORY, null, null, Priority.MUST, ""));
        RoughCut cut = shoot.cut();
        double story = cut.choices().stream()
                .filter(choice -> "b-roll/street.mov".equals(choice.clip()))
                .mapToDouble(c -> Math.max(0, Math.min(26.31, c.songEnd()) - Math.max(22.31, c.songStart())))
                .sum();
        assertThat(story).isGreaterThan(3);
    }

    @Test
    void theWholeSongMayBePlannedAndEveryStyleKeepsTheRules() {
        for (String name : Styles.names()) {
            Shoot shoot = threeCameras();
            for (int bar = 1; bar <= 32; bar += 4) {
                String camera = String.valueOf((char) ('A' + bar / 4 % 3)).toLowerCase(Locale.ROOT);
                shoot.plan.add(row(bar + "-" + (bar + 3), camera, ""));
            }
            RoughCut cut = shoot.cut(Styles.named(name), CutWishes.NONE);
            new CutRules(shoot, cut).hold();
            assertThat(cut.plan()).extracting(PlanOutcome::verdict).as(name).containsOnly(Verdict.FOLLOWED);
            assertThat(cut.choices()).extracting(Choice::clip).allMatch(Objects::nonNull);
        }
    }
}
