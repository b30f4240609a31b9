package backbeat.app.cli;

import backbeat.engine.sync.SyncStep;
import backbeat.engine.sync.SyncStep.EverySpeed;
import backbeat.engine.sync.SyncStep.Faint;
import backbeat.engine.sync.SyncStep.Guess;
import backbeat.engine.sync.SyncStep.HeardLine;
import backbeat.engine.sync.SyncStep.Place;
import backbeat.engine.sync.SyncStep.Placed;
import backbeat.engine.sync.SyncStep.Proof;
import backbeat.engine.sync.SyncStep.Rival;
import backbeat.engine.sync.SyncStep.Rivals;
import backbeat.engine.sync.SyncStep.Straightness;
import backbeat.engine.sync.SyncStep.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One step of the search in words: a heading, then its figures against their limits, then what was decided. */
final class StepWords {
    private static final int PLACES_TOLD = 4;

    private final double songSeconds;
    private final double stretchStart;

    /** @param stretchStart clip time from which the steps count */
    StepWords(double songSeconds, double stretchStart) {
        this.songSeconds = songSeconds;
        this.stretchStart = stretchStart;
    }

    List<String> of(SyncStep step) {
        return switch (step) {
            case HeardLine line -> line(line);
            case Straightness close -> List.of(straight(close));
            case EverySpeed every -> List.of(every(every));
            case Guess guess -> List.of(guess(guess));
            case Windows windows -> windows(windows);
            case Rivals rivals -> rivals(rivals);
            case Placed placed -> placed(placed);
            case Proof proof -> proof(proof);
            case Faint faint -> faint(faint);
        };
    }

    /** In a short clip the sampled blocks are all there are: to tell them twice says nothing. */
    static boolean isToldAlready(SyncStep step, SyncStep before) {
        return step instanceof HeardLine next
                && before instanceof HeardLine first
                && next.stage() == SyncStep.Stage.ALL_BLOCKS
                && next.speed().equals(first.speed())
                && next.votes().equals(first.votes());
    }

    private List<String> line(HeardLine line) {
        List<String> told = new ArrayList<>();
        told.add(heading(line));
        if (line.places().isEmpty()) {
            told.add("no block hears the song anywhere: nothing found");
            return told;
        }
        told.add(line.agreeing() + " of " + line.blocks() + " blocks agree on one line: the song at "
                + clock(line.places().getFirst().songSeconds()) + " at clip "
                + clip((line.heardFrom() + line.heardTo()) / 2));
        told.add(odds(line.exponent(), line.exponentLimit()) + "; clip "
                + clip(line.heardFrom()) + " - " + clip(line.heardTo()) + " speaks for it by "
                + figure(line.extentScore()) + " (at least " + figure(line.extentLimit()) + ")");
        told.add("clip  |" + VoteChart.votes(line.votes()) + "|");
        told.add("song  |" + VoteChart.places(line.places(), songSeconds) + "|");
        told.add(places(line.places()));
        told.add("=> " + verdict(line));
        return told;
    }

    private static String heading(HeardLine line) {
        String speed = "speed " + line.speed();
        return switch (line.stage()) {
            case SAMPLED_BLOCKS -> "Is the song there? Blocks of a second over the clip, " + speed;
            case ALL_BLOCKS -> "All blocks of the clip, " + speed;
            case CLOSE_SPEED -> "The same blocks at a close speed, " + speed;
            case USUAL_SPEED -> "A usual speed, " + speed;
            case REST_OF_CLIP -> "Is there more in the rest of the clip? " + sentence(speed);
            case FOUND_SPEED -> "The blocks at the measured speed, " + speed;
        };
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String verdict(HeardLine line) {
        if (line.standsOut() && line.stage() == SyncStep.Stage.CLOSE_SPEED) {
            return "stands out as well: the highest score decides";
        }
        if (line.standsOut()) {
            return line.clear() ? "the song is there, on a clear line" : "the song is there";
        }
        return line.extentScore() < line.extentLimit()
                ? "nothing: no stretch of the clip speaks for it"
                : "nothing: chance makes such lines";
    }

    private static String places(List<Place> places) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < Math.min(PLACES_TOLD, places.size()); i++) {
            told.add((i + 1) + ": " + clock(places.get(i).songSeconds()) + " score "
                    + figure(places.get(i).score()));
        }
        return "best  " + String.join(", ", told);
    }

    private static String straight(Straightness close) {
        return "Is it really speed 1? At " + close.speed() + " the same part scores " + figure(close.score())
                + ", at 1 " + figure(close.scoreAtOne())
                + (close.fitsBetter() ? " => the close speed fits better" : " => yes");
    }

    private String every(EverySpeed every) {
        return "Any speed from 45 to 260 %, pitch moved or kept, in clip " + clip(every.from()) + " - "
                + clip(every.to()) + ": "
                + (every.guesses() == 0 ? "no speed stands out" : every.guesses() + " worth a closer look");
    }

    private static String guess(Guess guess) {
        Double measured = guess.measuredSpeed();
        return "Speed " + percent(guess.speed()) + (guess.mode().equals("pitchKept") ? ", pitch kept" : "")
                + ", the song at " + clock(guess.songSeconds()) + ": onsets " + figure(guess.sigmas()) + " sigmas, "
                + odds(guess.exponent()) + (measured == null ? "" : "; measured " + percent(measured))
                + (guess.mode().equals("pitchKept") ? "" : " => " + fate(guess.fate()));
    }

    /** Of a kept pitch the windows that follow tell it. */
    private static String fate(SyncStep.Fate fate) {
        return switch (fate) {
            case NOT_MEASURED -> "dropped: the sound itself does not follow";
            case ELSEWHERE -> "dropped: at that speed the blocks hear another place";
            case NOT_CONFIRMED -> "dropped: the blocks do not confirm it";
            case CONFIRMED -> "confirmed";
        };
    }

    private static List<String> windows(Windows windows) {
        return List.of(
                "Short windows at the song's own pitch",
                String.format(
                        Locale.ROOT,
                        "%.1f votes each (%.0f only the song gives); %s; with the onsets %s",
                        windows.votes(),
                        windows.relatedVotes(),
                        odds(windows.ofWindows(), windows.ofWindowsLimit()),
                        odds(windows.exponent(), windows.exponentLimit())),
                "=> " + (windows.confirmed() ? "confirmed: a stretched playback" : "dropped: not the song"));
    }

    private static List<String> rivals(Rivals rivals) {
        List<String> told = new ArrayList<>();
        told.add((rivals.round() == 1 ? "Other places that fit, against the song at " : "Again, against the song at ")
                + clock(rivals.songStart())
                + (rivals.rivals().isEmpty() ? ": none" : ""));
        rivals.rivals().forEach(rival -> told.add(rival(rival)));
        return told;
    }

    private static String rival(Rival rival) {
        String what = clock(rival.songStart()) + "  score " + Math.round(rival.scoreShare() * 100) + " %, ";
        if (rival.standing() == SyncStep.Standing.EQUAL) {
            return what + "the song sounds the same there (" + decibels(rival.residualDecibels()) + ") => equal";
        }
        return what + "the song differs there in " + rival.differingWindows() + " of " + rival.windows()
                + " windows (mostly " + decibels(rival.residualDecibels()) + "); the clip speaks "
                + (rival.sigmas() < 0 ? "for it by " : "against it by ") + figure(Math.abs(rival.sigmas()))
                + " sigmas => "
                + switch (rival.standing()) {
                    case EQUAL -> "equal";
                    case BEATEN -> "beaten";
                    case IN_DOUBT -> "beaten, but a shared loop might be all";
                    case ONLY_A_LOOP -> "only a loop that both places share";
                    case STRONGER -> "better: it takes over";
                };
    }

    private List<String> placed(Placed placed) {
        List<String> told = new ArrayList<>();
        told.add("The playback: clip " + clip(placed.clipStart()) + " - " + clip(placed.clipEnd()) + ", the song's "
                + clock(placed.songStart()) + " - " + clock(placed.songEnd()));
        told.add(String.format(
                Locale.ROOT,
                "speed %s%s, drift %+.1f (+-%.1f) ppm, exact to %s",
                placed.speed(),
                placed.mode().equals("pitchKept") ? " with its pitch kept" : "",
                placed.driftPpm(),
                placed.driftUncertaintyPpm(),
                exactness(placed.uncertaintySeconds())));
        told.add(String.format(
                Locale.ROOT,
                "fine peak %.0f sigmas, first arrival %.0f %% of the highest, %s",
                placed.peakSigmas(),
                placed.firstPeakRatio() * 100,
                placed.polarity() < 0 ? "inverted" : "not inverted"));
        told.add("blocks hear it in clip " + clip(placed.blocksFrom()) + " - " + clip(placed.blocksTo()) + "; "
                + Math.round(placed.agreeing() * 100) + " % agree");
        if (!placed.votes().isEmpty()) {
            told.add("clip  |" + VoteChart.votes(placed.votes()) + "|");
        }
        told.add("=> " + verdict(placed));
        return told;
    }

    private static String verdict(Placed placed) {
        String refusal = placed.refusal();
        if (refusal != null) {
            return "refused: " + refusal;
        }
        int others = placed.equalPlaces().size();
        return others > 0
                ? "as good as " + others + (others == 1 ? " other place" : " other places")
                : "confidence " + confidence(placed.confidence())
                        + (placed.doubtful() ? ": a shared loop might be all that was heard" : "");
    }

    private static List<String> faint(Faint faint) {
        double second = faint.places().size() < 2 ? 0 : faint.places().get(1).score();
        return List.of(
                "Is it there, but faint? The whole clip added up along the best lines",
                String.format(
                        Locale.ROOT,
                        "the song from %s: %.1f sigmas (at least %.0f), the next best place %.1f (at least %.1f times lower)",
                        clock(faint.places().getFirst().songSeconds()),
                        faint.peakSigmas(),
                        faint.peakLimit(),
                        second,
                        faint.leadLimit()),
                "=> "
                        + switch (faint.fate()) {
                            case NOT_ALONE -> "nothing: other places add up as high";
                            case TOO_FAINT -> "nothing: chance adds up as high";
                            case HERE_AND_THERE -> "refused: it adds up from a few loud moments alone";
                            case REPEATED -> "refused: a place that sounds alike adds up as high";
                            case FOUND -> "the song is there, faint";
                        });
    }

    private static List<String> proof(Proof proof) {
        Double difference = proof.leastDifference();
        return List.of(
                "So short a clip needs proof",
                String.format(
                        Locale.ROOT,
                        "fine peak %.1f sigmas (at least %.0f); %s",
                        proof.peakSigmas(),
                        proof.peakLimit(),
                        difference == null
                                ? "no other place fits"
                                : String.format(
                                        Locale.ROOT,
                                        "against the strongest other place %.1f sigmas (at least %.1f)",
                                        difference,
                                        proof.differenceLimit())),
                "=> " + (proof.proven() ? "proven" : "not proven: refused"));
    }

    private String clip(double seconds) {
        return clock(stretchStart + seconds);
    }

    static String clock(double seconds) {
        long hundredths = Math.round(seconds * 100);
        String sign = hundredths < 0 ? "-" : "";
        long whole = Math.abs(hundredths);
        return String.format(Locale.ROOT, "%s%d:%02d.%02d", sign, whole / 6000, whole / 100 % 60, whole % 100);
    }

    static String confidence(double probability) {
        return probability >= 0.9995
                ? "> .999"
                : String.format(Locale.ROOT, "%.3f", probability).substring(probability < 0.9995 ? 1 : 0);
    }

    private static String odds(double exponent) {
        return exponent < 0.05
                ? "by chance as well"
                : String.format(
                        Locale.ROOT, exponent < 10 ? "by chance 1 in 10^%.1f" : "by chance 1 in 10^%.0f", exponent);
    }

    private static String odds(double exponent, double limit) {
        return odds(exponent) + String.format(Locale.ROOT, " (limit 10^%s)", limit % 1 == 0 ? "" + (int) limit : limit);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 20 ? "%.1f" : "%.0f", value);
    }

    private static String percent(double speed) {
        return String.format(Locale.ROOT, "%.2f %%", speed * 100);
    }

    private static String decibels(double value) {
        return value <= -60 ? "below -60 dB" : String.format(Locale.ROOT, "%.0f dB", value);
    }

    private static String exactness(double seconds) {
        return seconds < 0.001
                ? String.format(Locale.ROOT, "%.0f us", seconds * 1e6)
                : String.format(Locale.ROOT, "%.1f ms", seconds * 1e3);
    }
}
