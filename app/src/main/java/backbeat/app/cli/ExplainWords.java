package backbeat.app.cli;

import backbeat.engine.sync.SyncExplanation;
import backbeat.engine.sync.SyncExplanation.Channel;
import backbeat.engine.sync.SyncExplanation.Stretch;
import backbeat.engine.sync.SyncResult.Alternative;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.sync.SyncResult.Reason;
import backbeat.engine.sync.SyncStep;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An explanation for people: the answer first, then each step that led to it. */
final class ExplainWords {
    private static final int WIDTH = 80;
    private static final int INDENT = 10;
    private static final Pattern WORDS = Pattern.compile("(?<=\\S) (?=\\S)");

    private final SyncExplanation why;
    private final PrintWriter to;

    ExplainWords(SyncExplanation why, PrintWriter to) {
        this.why = why;
        this.to = to;
    }

    void print() {
        ClipSync answer = why.answer();
        row("clip", answer.path() + (answer.seconds() == null ? "" : ", " + length(answer.seconds())));
        row("song", why.song().path() + ", " + length(why.song().seconds()));
        row("answer", words(answer));
        answer.matches().forEach(match -> row("place", place(match)));
        Reason reason = answer.reason();
        if (reason != null) {
            row("reason", reason.text() + " [" + reason.code() + "]");
        }
        answer.ltc()
                .forEach(run -> row(
                        "timecode",
                        run.first() + " to " + run.last() + " on channel " + (run.channel() + 1) + ", "
                                + run.framesRead() + " frames read"));
        why.stretches().forEach(this::print);
        if (why.stretches().stream().anyMatch(stretch -> !stretch.steps().isEmpty())) {
            to.println();
            row("", VoteChart.LEGEND);
            row("", "by chance 1 in N: noise alone makes so good a line in one clip of N");
        }
    }

    private void print(Stretch stretch) {
        to.println();
        row("heard", heard(stretch));
        StepWords steps = new StepWords(why.song().seconds(), stretch.clipStart());
        int number = 1;
        SyncStep before = null;
        for (SyncStep step : stretch.steps()) {
            if (before == null || !StepWords.isToldAlready(step, before)) {
                print(number, steps.of(step));
                number++;
            }
            before = step;
        }
    }

    private void print(int number, List<String> lines) {
        to.println();
        row(String.format(Locale.ROOT, "%5d", number), lines.getFirst());
        lines.stream().skip(1).forEach(line -> row("", line));
    }

    private static String words(ClipSync answer) {
        return switch (answer.verdict()) {
            case "matched" -> answer.matches().stream().anyMatch(Match::sure) ? "placed" : "a proposal, not certain";
            case "ambiguous" -> "several places fit, nothing in the sound tells which";
            default -> "not placed";
        };
    }

    private static String place(Match match) {
        String others = match.alternatives().isEmpty()
                ? ""
                : "; or the song from "
                        + match.alternatives().stream()
                                .map(Alternative::songStart)
                                .map(StepWords::clock)
                                .collect(Collectors.joining(", "));
        return "clip " + StepWords.clock(match.clipStart()) + " - " + StepWords.clock(match.clipEnd())
                + " is the song's "
                + StepWords.clock(match.songStart()) + " - " + StepWords.clock(match.songEnd()) + ", speed "
                + match.speedFraction() + (match.mode().equals("pitchKept") ? " with its pitch kept" : "")
                + String.format(Locale.ROOT, ", confidence %s", StepWords.confidence(match.confidence())) + others;
    }

    private static String heard(Stretch stretch) {
        String where = "clip " + StepWords.clock(stretch.clipStart()) + " - "
                + StepWords.clock(stretch.clipStart() + stretch.seconds()) + ", ";
        String channels = stretch.channels().stream().map(ExplainWords::words).collect(Collectors.joining("; "));
        Integer heard = stretch.heard();
        String searched =
                heard == null ? "no channel holds sound to search" : "channel " + (heard + 1) + became(stretch);
        return where + searched + (stretch.channels().size() < 2 && heard != null ? "" : " (" + channels + ")");
    }

    private static String became(Stretch stretch) {
        if (stretch.silent()) {
            return ": silent";
        }
        return stretch.steps().isEmpty() ? ": too short to search" : " was searched";
    }

    private static String words(Channel channel) {
        Double decibels = channel.decibels();
        String level = channel.timecode()
                ? "timecode, left out"
                : decibels == null ? "silent" : String.format(Locale.ROOT, "%.1f dB", decibels);
        return (channel.number() + 1) + ": " + level;
    }

    private static String length(double seconds) {
        return StepWords.clock(seconds) + String.format(Locale.ROOT, " (%.1f s)", seconds);
    }

    /** Words are broken at single spaces where the line would be too long. */
    private void row(String name, String text) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-" + INDENT + "s", name));
        boolean first = true;
        for (String word :
                WORDS.splitAsStream(text.replaceAll("\\p{Cntrl}+", " ")).toList()) {
            if (!first && line.length() + 1 + word.length() > WIDTH) {
                to.println(line);
                line = new StringBuilder(" ".repeat(INDENT));
                first = true;
            }
            line.append(first ? "" : " ").append(word);
            first = false;
        }
        to.println(line);
    }
}
