package backbeat.engine.interchange;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.InterchangeProblems;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Nothing vanishes without a word: what a format has no place for is told for each file, and for each clip what is its own. */
final class NotCarried {
    private static final int MOST_CLIPS = 50;

    private NotCarried() {}

    static List<Finding> findings(Timeline timeline, Format format) {
        List<Finding> findings = new ArrayList<>();
        List<String> lost = ofFile(timeline, format);
        if (!lost.isEmpty()) {
            findings.add(Finding.note(
                    InterchangeProblems.notCarried(spoken(format), String.join("; ", lost), fullerThan(format))));
        }
        for (Track track : timeline.tracks()) {
            for (Item item : track.items()) {
                List<String> ofItem = LostOfItem.of(item, format);
                if (!ofItem.isEmpty() && findings.size() < MOST_CLIPS) {
                    findings.add(Finding.warning(InterchangeProblems.notCarried(
                                    spoken(format), String.join("; ", ofItem), fullerThan(format))
                            .at(item.name())));
                }
            }
        }
        return List.copyOf(findings);
    }

    private static List<String> ofFile(Timeline timeline, Format format) {
        List<String> lost = new ArrayList<>();
        boolean sound = timeline.tracks().stream().anyMatch(NotCarried::isOurSound);
        boolean markers = !timeline.markers().isEmpty();
        switch (format) {
            case OTIO, OTIOZ, OTIOD ->
                addIf(
                        lost,
                        hasEffects(timeline),
                        "framing, colour, fades and the like, as other programs read them: they stand in notes that Backbeat reads");
            case FCPXML -> addIf(lost, markers, "colours and lengths of markers");
            case PREMIERE_XML -> {
                addIf(lost, markers, "colours of markers");
                addIf(
                        lost,
                        retimes(timeline, speed -> true),
                        "in-points of shots in slow or fast motion, which programs read differently: compare them with the film");
                addIf(lost, sound && endsEarlyInFrame(timeline), "the part of the last frame in which the song ends");
            }
            case EDL -> {
                addIf(lost, sound, "the song: lay it at the first frame by hand");
                addIf(lost, markers, "lengths and comments of markers");
                addIf(
                        lost,
                        mixesRates(timeline),
                        "frame rates of the files: source timecodes are counted at the rate of the cut");
                addIf(
                        lost,
                        retimes(timeline, speed -> !isWholeInTenths(timeline, speed)),
                        "speeds that are no tenths of a frame a second");
            }
            case ALE ->
                addIf(lost, true, "the order and the places of the clips, transitions and markers: it is a log");
        }
        return lost;
    }

    private static String spoken(Format format) {
        return format == Format.PREMIERE_XML ? "Premiere XML" : format.name();
    }

    private static String fullerThan(Format format) {
        return switch (format) {
            case FCPXML -> "OTIO";
            case OTIO, OTIOZ, OTIOD -> "FCPXML";
            default -> "OTIO or FCPXML";
        };
    }

    private static boolean isOurSound(Track track) {
        return track.kind() == Track.Kind.AUDIO
                && track.items().stream().anyMatch(item -> item instanceof Item.ClipItem clip && clip.file() != null);
    }

    private static boolean hasEffects(Timeline timeline) {
        return timeline.tracks().stream()
                .flatMap(track -> track.items().stream())
                .anyMatch(item -> item instanceof Item.Piece piece
                        && piece.effects().stream().anyMatch(effect -> !(effect instanceof Effect.Kept)));
    }

    private static boolean retimes(Timeline timeline, Predicate<Rational> which) {
        return timeline.tracks().stream()
                .flatMap(track -> track.items().stream())
                .anyMatch(item -> item instanceof Item.ClipItem clip
                        && !clip.speed().equals(Rational.ONE)
                        && which.test(clip.speed()));
    }

    private static boolean isWholeInTenths(Timeline timeline, Rational speed) {
        return speed.times(10L * timeline.rate().nominal()).isWhole();
    }

    private static void addIf(List<String> lost, boolean isLost, String what) {
        if (isLost) {
            lost.add(what);
        }
    }

    /** Where the frame counts as none. */
    private static boolean endsEarlyInFrame(Timeline timeline) {
        return timeline.tracks().stream()
                .filter(track -> track.kind() == Track.Kind.AUDIO)
                .map(Track::duration)
                .anyMatch(end -> timeline.rate()
                        .timeOf(timeline.rate().nearestFrame(end))
                        .isLessThan(end));
    }

    private static boolean mixesRates(Timeline timeline) {
        return timeline.tracks().stream()
                .flatMap(track -> track.items().stream())
                .anyMatch(item -> item instanceof Item.ClipItem clip
                        && clip.media().rate() != null
                        && !timeline.rate().equals(clip.media().rate()));
    }
}
