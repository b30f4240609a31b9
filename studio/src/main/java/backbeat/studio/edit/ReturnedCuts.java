package backbeat.studio.edit;

import backbeat.engine.cut.Choice;
import backbeat.engine.cut.CutWishes;
import backbeat.engine.derive.WholeFile;
import backbeat.engine.interchange.Conform;
import backbeat.engine.interchange.ForeignFile;
import backbeat.engine.interchange.ForeignFiles;
import backbeat.engine.interchange.Interchange;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import backbeat.engine.timeline.Timeline;
import backbeat.studio.people.Account;
import backbeat.studio.production.Production;
import backbeat.studio.store.Id;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Cuts that come back from other programs: read beside the open version, looked at by people as a list of what was changed, and taken over as a version of its own,
 * on our own files. One waits at a time.
 */
public final class ReturnedCuts {
    static final String FOLDER = "returned/";
    private static final String VIEW = FOLDER + "changes.json";
    private static final long MOST_BYTES = 64L << 20;
    private static final int LONGEST_NAME = 120;

    private final Cuts cuts;
    private final Function<String, Results> results;

    public ReturnedCuts(Cuts cuts, Function<String, Results> results) {
        this.cuts = cuts;
        this.results = results;
    }

    /**
     * Takes a file in and compares it with the open version. What is no timeline is refused and leaves what waited before.
     *
     * @param seen id of the one that waits, as whoever brings this one saw it; empty where none was seen
     * @throws backbeat.engine.problem.ProblemException when somebody else brought one meanwhile
     */
    public void bring(Production production, String seen, String name, InputStream content, Account by) {
        Results of = results.apply(production.id());
        CutVersion open = openVersion(production);
        requireSeen(production, seen);
        String id = Id.fresh();
        Path file = of.file(file(id));
        WholeFile.write(file, unfinished -> copy(content, unfinished));
        try {
            ReturnedView view =
                    view(conform(production, file, of, open.number()), id, shown(name), open.number(), by.name());
            synchronized (cuts) {
                requireSeen(production, seen);
                of.write(VIEW, view);
            }
        } catch (RuntimeException refused) {
            of.forget(List.of(file(id)));
            throw refused;
        }
        if (!seen.isEmpty()) {
            of.forget(List.of(file(seen)));
        }
    }

    private static String file(String id) {
        return FOLDER + Id.checked(id);
    }

    /** Who changes what another waits with must have seen it. */
    private void requireSeen(Production production, String seen) {
        Optional<ReturnedView> now = waiting(production.id());
        if (!now.map(ReturnedView::id).orElse("").equals(seen)) {
            throw new Problem(
                            "edit/returned-other",
                            now.isPresent()
                                    ? "Another cut came back meanwhile."
                                    : "The cut that came back is not there any more.",
                            now.map(ReturnedView::file).orElse(""),
                            now.map(view -> view.who() + " brought it.").orElse("Somebody took it over, or left it."),
                            "Load the page again and look at what waits there.")
                    .asException();
        }
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\]+", " ").strip();
        return plain.isEmpty() ? "timeline" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    private static void copy(InputStream content, Path target) throws IOException {
        long copied = Files.copy(new Bounded(content), target);
        if (copied == 0) {
            throw new Problem(
                            "edit/returned-empty",
                            "The file is empty.",
                            "",
                            "",
                            "Export the timeline again, then bring that file.")
                    .asException();
        }
    }

    private CutVersion openVersion(Production production) {
        return cuts.open(production.id())
                .orElseThrow(() -> new Problem(
                                "edit/no-cut",
                                "There is no cut yet that this could be a version of.",
                                "",
                                "",
                                "Make the rough cut first.")
                        .asException());
    }

    private static Conform conform(Production production, Path file, Results of, int version) {
        Timeline ours = VersionFile.timeline(production, of.version(version));
        ForeignFile returned = ForeignFiles.read(file, ours.rate());
        if (returned.timelines().isEmpty()) {
            throw new Problem(
                            "edit/returned-no-timeline",
                            "The file holds no timeline.",
                            "",
                            "",
                            "Export the sequence itself, not a bin or an event.")
                    .asException();
        }
        return Conform.of(ours, returned, media -> VersionFile.isOf(production, media));
    }

    private static ReturnedView view(Conform conform, String id, String file, int of, String who) {
        return new ReturnedView(
                id,
                file,
                of,
                who,
                conform.differences().stream()
                        .map(change -> new ReturnedView.Change(
                                change.at().toDouble(), change.bar(), change.clip(), change.words()))
                        .toList(),
                conform.findings());
    }

    public Optional<ReturnedView> waiting(String productionId) {
        return results.apply(productionId).returned(VIEW).filter(view -> Id.isOne(String.valueOf(view.id())));
    }

    /**
     * Makes what waits the open version.
     *
     * @param seen its id
     */
    public void take(Production production, String seen, Account by) {
        synchronized (cuts) { // who presses twice takes it once
            requireSeen(production, seen);
            waiting(production.id()).ifPresent(view -> take(production, view, by));
        }
    }

    private void take(Production production, ReturnedView view, Account by) {
        Results of = results.apply(production.id());
        cuts.requireNoneAsked(production.id());
        Conform conform = conform(production, of.file(file(view.id())), of, view.of());
        CutWishes wishes = cuts.byNumber(production.id(), view.of())
                .map(CutVersion::wishes)
                .orElse(CutWishes.NONE);
        int number = cuts.begin(production.id(), view.of(), "as it came back in " + view.file(), by.id(), wishes, null);
        cuts.fill(production.id(), number, () -> write(of, production, conform, view, number));
        forget(production, view.id());
    }

    private static void write(Results of, Production production, Conform conform, ReturnedView view, int number) {
        Results version = of.version(number);
        CutMaking.interchange()
                .forEach((name, format) -> new Interchange().write(conform.timeline(), format, version.file(name)));
        FootageView footage = of.footage().orElse(new FootageView(List.of(), List.of(), List.of()));
        List<Finding> findings = conform.findings();
        List<Choice> shots =
                new TimelineShots(conform.timeline(), production.footage(), footage, view.file()).choices();
        version.write(
                "cut.json",
                new CutView(
                        of.version(view.of())
                                .cut()
                                .map(before -> before.knownAgain(shots))
                                .orElse(shots),
                        List.of(),
                        List.of(),
                        String.valueOf(conform.timeline().rate()),
                        number,
                        List.of(),
                        findings));
    }

    /**
     * Forgets what waits.
     *
     * @param seen its id
     */
    public void drop(Production production, String seen) {
        synchronized (cuts) {
            requireSeen(production, seen);
            forget(production, seen);
        }
    }

    private void forget(Production production, String id) {
        results.apply(production.id()).forget(List.of(VIEW, file(id)));
    }

    /** Ends with an error where a file is larger than any timeline. */
    private static final class Bounded extends java.io.FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            left -= Math.max(0, count);
            if (left < 0) {
                throw new IOException("The file is larger than any timeline.");
            }
            return count;
        }
    }
}
