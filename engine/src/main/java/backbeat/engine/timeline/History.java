package backbeat.engine.timeline;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.WholeFile;
import backbeat.engine.problem.TimelineProblems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A timeline with what was done to it: each step can be taken back and done again. Kept as a file it survives the program.
 *
 * @param undone steps that were taken back, the latest first
 */
public record History(Timeline timeline, List<Step> done, List<Step> undone) {
    /** @param inverse takes the edit back */
    public record Step(Edit edit, Edit inverse) {}

    public History {
        done = List.copyOf(done);
        undone = List.copyOf(undone);
    }

    public static History of(Timeline timeline) {
        return new History(timeline, List.of(), List.of());
    }

    /** @throws backbeat.engine.problem.ProblemException when the timeline does not allow it */
    public History with(Edit edit) {
        Edit.Edited edited = edit.apply(timeline);
        return new History(edited.timeline(), plus(done, new Step(edit, edited.inverse())), List.of());
    }

    /** One step back; the same where nothing was done. */
    public History undo() {
        if (done.isEmpty()) {
            return this;
        }
        Step last = done.getLast();
        List<Step> taken = new ArrayList<>(undone.size() + 1);
        taken.add(last);
        taken.addAll(undone);
        return new History(last.inverse().apply(timeline).timeline(), done.subList(0, done.size() - 1), taken);
    }

    /** One step forward again; the same where nothing was undone. */
    public History redo() {
        if (undone.isEmpty()) {
            return this;
        }
        Step next = undone.getFirst();
        return new History(next.edit().apply(timeline).timeline(), plus(done, next), undone.subList(1, undone.size()));
    }

    public void write(Path file) {
        WholeFile.write(file, unfinished -> JsonFile.write(unfinished, this));
    }

    public static History read(Path file) {
        try {
            return JsonFile.read(file, History.class);
        } catch (IOException e) {
            throw TimelineProblems.unreadable(file.toString()).asException();
        }
    }

    private static List<Step> plus(List<Step> steps, Step step) {
        List<Step> all = new ArrayList<>(steps.size() + 1);
        all.addAll(steps);
        all.add(step);
        return all;
    }
}
