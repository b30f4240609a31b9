package backbeat.studio.edit;

import backbeat.engine.cut.CutWishes;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.studio.edit.CutVersion.State;
import backbeat.studio.store.Store;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The versions of each production's cut: every change makes one, and one of them is open. */
public final class Cuts {
    private final CutVersions versions;
    private final Function<String, Results> results;

    public Cuts(Store store, Clock clock, Function<String, Results> results) {
        this.versions = new CutVersions(store, clock);
        this.results = results;
    }

    /** The newest hundred, the newest first. */
    public List<CutVersion> of(String productionId) {
        return versions.of(productionId);
    }

    /** Where a process was killed between the row and its files, the files follow. */
    public Optional<CutVersion> open(String productionId) {
        Optional<CutVersion> open = versions.open(productionId);
        open.filter(version -> version.isReady() && shown(productionId) != version.number())
                .ifPresent(version -> show(productionId, version.number()));
        return open;
    }

    private int shown(String productionId) {
        return results.apply(productionId).cut().map(CutView::version).orElse(0);
    }

    private synchronized void show(String productionId, int number) {
        if (shown(productionId) != number) {
            results.apply(productionId).publish(number);
        }
    }

    public Optional<CutVersion> byNumber(String productionId, int number) {
        return versions.byNumber(productionId, number);
    }

    /** The open cut, for edits. */
    public Optional<CutEdit.On> toEdit(String productionId) {
        return results.apply(productionId)
                .cut()
                .map(cut -> new CutEdit.On(
                        cut, open(productionId).map(CutVersion::wishes).orElse(CutWishes.NONE)));
    }

    /** Whether no person has had a hand in the open cut. */
    boolean isByMachine(String productionId) {
        return open(productionId)
                .map(version ->
                        version.who().isEmpty() && version.wishes().locks().isEmpty())
                .orElse(true);
    }

    /**
     * A version that is to be planned; until it is, the one before stays open.
     *
     * @param seen the version that the change was made on; zero when there was none
     */
    int ask(String productionId, int seen, CutEdit edit, String accountId) {
        Integer parent = seen == 0 ? null : seen;
        return versions.addOn(
                        productionId,
                        seen,
                        new CutVersions.Asked(parent, edit.words(), accountId, edit.wishes(), edit.told()))
                .orElseThrow(() -> changed(productionId, seen));
    }

    /** @throws ProblemException when another version is open than people see, or one is being made */
    public void requireSeen(String productionId, int seen) {
        if (openNumber(productionId) != seen || !asked(productionId).isEmpty()) {
            throw changed(productionId, seen);
        }
    }

    void requireNoneAsked(String productionId) {
        requireSeen(productionId, openNumber(productionId));
    }

    private int openNumber(String productionId) {
        return open(productionId).map(CutVersion::number).orElse(0);
    }

    private ProblemException changed(String productionId, int seen) {
        int open = openNumber(productionId);
        return open == seen
                ? new Problem(
                                "edit/cut-changing",
                                "Another change of the cut is being made.",
                                "",
                                "",
                                "Wait a moment, load the page again, then make the change on what you see.")
                        .asException()
                : new Problem(
                                "edit/cut-changed",
                                "The cut was changed meanwhile.",
                                "",
                                "You see version " + seen + ", and version " + open + " is open now.",
                                "Load the page again, then make the change on what you see.")
                        .asException();
    }

    /** Nothing else writes in a home of its own when it is opened: what is half written stays so. Tells which productions have changes to be planned. */
    public List<String> afterStart() {
        versions.failHalfWritten();
        return versions.productionsAsked();
    }

    List<CutVersion> asked(String productionId) {
        return versions.asked(productionId).stream()
                .sorted(Comparator.comparingInt(CutVersion::number))
                .toList();
    }

    /** A number for a version whose files are written next. */
    int begin(
            String productionId,
            @Nullable Integer parent,
            String words,
            @Nullable String accountId,
            CutWishes wishes,
            @Nullable CutWishes told) {
        return versions.add(productionId, new CutVersions.Asked(parent, words, accountId, wishes, told), State.WRITING);
    }

    /** Writes the files of a version that was begun, then opens it; where that fails, there is no such version. */
    void fill(String productionId, int number, Runnable files) {
        try {
            files.run();
            ready(productionId, number);
        } catch (RuntimeException | Error fault) {
            failed(productionId, number);
            throw fault;
        }
    }

    /** Its files are whole: it is what people see from now on. A cut by the machine does not take the place of one that people made meanwhile. */
    synchronized void ready(String productionId, int number) {
        boolean ofPeople = byNumber(productionId, number)
                .filter(version -> !version.who().isEmpty())
                .isPresent();
        boolean opens = ofPeople || isByMachine(productionId);
        versions.state(productionId, number, State.READY);
        if (opens) {
            publish(productionId, number);
        }
    }

    void failed(String productionId, int number) {
        versions.state(productionId, number, State.FAILED);
    }

    /** What waits to be planned is not wanted any more. */
    void stopped(String productionId) {
        asked(productionId).forEach(version -> failed(productionId, version.number()));
    }

    private synchronized void publish(String productionId, int number) {
        versions.open(productionId, number);
        results.apply(productionId).publish(number);
    }

    /** @return whether there is such a version */
    public boolean open(String productionId, int number) {
        boolean there =
                byNumber(productionId, number).filter(CutVersion::isReady).isPresent();
        if (there) {
            publish(productionId, number);
        }
        return there;
    }

    /** Back to the version that the open one was made of. */
    public Optional<CutVersion> undo(String productionId) {
        return open(productionId)
                .map(CutVersion::parent)
                .flatMap(parent -> byNumber(productionId, parent))
                .filter(version -> open(productionId, version.number()));
    }

    /** On to the newest version that was made of the open one. */
    public Optional<CutVersion> redo(String productionId) {
        return open(productionId)
                .flatMap(here -> versions.newestOf(productionId, here.number()))
                .filter(version -> open(productionId, version.number()));
    }

    public void name(String productionId, int number, String name) {
        versions.name(
                productionId,
                number,
                name.strip().substring(0, Math.min(80, name.strip().length())));
    }

    /** Says that a shot of the open cut stays as it is, or may change again; the cut itself is the same. */
    public synchronized void lock(String productionId, int seen, int shot, boolean locked) {
        requireSeen(productionId, seen);
        CutEdit.On cut = toEdit(productionId).orElseThrow(() -> CutEdit.refused("There is no cut yet."));
        if (!versions.wishesOn(productionId, seen, locked ? CutEdit.lock(cut, shot) : CutEdit.unlock(cut, shot))) {
            throw changed(productionId, seen);
        }
    }

    /** What was cut of another song or other footage is kept, and not shown. */
    void close(String productionId) {
        stopped(productionId);
        versions.close(productionId);
    }
}
