package backbeat.studio.edit;

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
    private static final String FILE = "returned/timeline";
    private static final String VIEW = "returned/changes.json";
    private static final long MOST_BYTES = 64L << 20;
    private static final int LONGEST_NAME = 120;

    private final Cuts cuts;
    private final Function<String, Results> results;

    public ReturnedCuts(Cuts cuts, Function<String, Results> results) {
        this.cuts = cuts;
        this.results = results;
    }

    /** Takes a file in and compares it with the open version. What is no timeline is refused and leaves nothing. */
    public void bring(Production production, String name, InputStream content, Account by) {
        Results of = results.apply(production.id());
        CutVersion open = openVersion(production);
        Path file = of.file(FILE);
        String shown = shown(name);
        WholeFile.write(file, unfinished -> copy(content, unfinished));
        try {
            Conform conform = conform(production, of, open.number());
            of.write(VIEW, view(conform, shown, open.number(), by.name()));
        } catch (RuntimeException refused) {
            drop(production);
            throw refused;
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

    private static Conform conform(Production production, Results of, int version) {
        Timeline ours = VersionFile.timeline(production, of.version(version));
        ForeignFile returned = ForeignFiles.read(of.file(FILE), ours.rate());
        if (returned.timelines().isEmpty()) {
            throw new Problem(
                            "edit/returned-no-timeline",
                            "The file holds no timeline.",
                            "",
                            "",
                            "Export the sequence itself, not a bin or an event.")
                    .asException();
        }
        return Conform.of(ours, returned, file -> VersionFile.isOf(production, file));
    }

    private static ReturnedView view(Conform conform, String file, int of, String who) {
        return new ReturnedView(
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
        return results.apply(productionId).returned(VIEW);
    }

    /** Makes what waits the open version. */
    public void take(Production production, Account by) {
        synchronized (cuts) { // who presses twice takes it once
            takeOnce(production, by);
        }
    }

    private void takeOnce(Production production, Account by) {
        Results of = results.apply(production.id());
        ReturnedView view = waiting(production.id())
                .orElseThrow(() -> new Problem(
                                "edit/nothing-returned",
                                "Nothing waits to be taken over.",
                                "",
                                "",
                                "Bring the file again.")
                        .asException());
        cuts.requireNoneAsked(production.id());
        Conform conform = conform(production, of, view.of());
        CutWishes wishes = cuts.byNumber(production.id(), view.of())
                .map(CutVersion::wishes)
                .orElse(CutWishes.NONE);
        int number = cuts.begin(production.id(), view.of(), "as it came back in " + view.file(), by.id(), wishes, null);
        cuts.fill(production.id(), number, () -> write(of, production, conform, view.file(), number));
        drop(production);
    }

    private static void write(Results of, Production production, Conform conform, String file, int number) {
        Results version = of.version(number);
        CutMaking.interchange()
                .forEach((name, format) -> new Interchange().write(conform.timeline(), format, version.file(name)));
        FootageView footage = of.footage().orElse(new FootageView(List.of(), List.of(), List.of()));
        List<Finding> findings = conform.findings();
        version.write(
                "cut.json",
                new CutView(
                        new TimelineShots(conform.timeline(), production.footage(), footage, file).choices(),
                        List.of(),
                        List.of(),
                        String.valueOf(conform.timeline().rate()),
                        number,
                        findings));
    }

    /** Forgets what waits. */
    public void drop(Production production) {
        results.apply(production.id()).forget(List.of(FILE, VIEW));
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
