package backbeat.studio.edit;

import backbeat.studio.jobs.Job;
import backbeat.studio.jobs.Jobs;
import backbeat.studio.people.Account;
import backbeat.studio.production.Production;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What follows from what people bring and say: which results fall, and which steps are asked for. */
public final class Edits {
    private static final List<String> OF_THE_CUT = List.of(
            "cut.json",
            "film.json",
            "rough-cut.mp4",
            "rough-cut.xml",
            "rough-cut.fcpxml",
            "rough-cut.otio",
            "rough-cut.edl");

    private final Jobs jobs;
    private final SongCorrections corrections;
    private final ClipWords words;
    private final Cuts cuts;
    private final Function<String, Results> results;
    private final Clock clock;

    public Edits(
            Jobs jobs,
            SongCorrections corrections,
            ClipWords words,
            Cuts cuts,
            Function<String, Results> results,
            Clock clock) {
        this.words = words;
        this.jobs = jobs;
        this.corrections = corrections;
        this.cuts = cuts;
        this.results = results;
        this.clock = clock;
    }

    public void songBrought(Production production, Account by) {
        corrections.forget(production.id());
        words.forgetPlaces(production.id());
        stop(production, Set.of(Step.ANALYSE, Step.SYNC, Step.CUT, Step.RENDER));
        forget(production, List.of("song-map.json", "peaks.bin", "sync.json"));
        ask(production, Step.ANALYSE, by);
    }

    /**
     * Changes the open cut; the new version is there when its job is done.
     *
     * @param seen the version that is changed
     * @throws backbeat.engine.problem.ProblemException when another one is open, or being made
     */
    public Job change(Production production, int seen, CutEdit edit, Account by) {
        cuts.ask(production.id(), seen, edit, by.id());
        return jobs.ask(production.id(), Step.CUT.key(), by.id());
    }

    public void footageNamed(Production production, Account by) {
        if (results.apply(production.id()).cameFromElsewhere()) {
            ask(production, Step.INGEST, by);
            return;
        }
        stop(production, Set.of(Step.INGEST, Step.PROXIES, Step.SYNC, Step.CUT, Step.RENDER));
        forget(production, List.of("footage.json", "sync.json"));
        ask(production, Step.INGEST, by);
    }

    /** What is known of the clips that were there before stays until the new ones are placed, too. */
    public void footageGrew(Production production, Account by) {
        ask(production, Step.INGEST, by);
    }

    /** Work on what was replaced would only keep the new one waiting. */
    private void stop(Production production, Set<Step> steps) {
        for (Job job : jobs.unfinished(production.id())) {
            if (Step.of(job.step()).filter(steps::contains).isPresent()) {
                jobs.stop(job);
            }
        }
    }

    /** What came from elsewhere is looked at, so that its pictures are made and its cuts name the files that are here. */
    public void arrived(Production production) {
        if (results.apply(production.id()).cameFromElsewhere() && production.hasFootage()) {
            ask(production, Step.INGEST, null);
        }
    }

    private void forget(Production production, List<String> names) {
        Results of = results.apply(production.id());
        of.films().withdraw(clock.instant());
        of.forget(names);
        of.forget(OF_THE_CUT);
        of.forgetReturned();
        cuts.close(production.id());
    }

    public Job ask(Production production, Step step, @Nullable Account by) {
        return jobs.ask(production.id(), step.key(), by == null ? null : by.id());
    }
}
