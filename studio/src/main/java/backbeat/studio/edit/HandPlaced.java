package backbeat.studio.edit;

import backbeat.engine.sync.SyncResult;
import backbeat.engine.sync.SyncResult.Alternative;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Places of clips with what people said of them. Where somebody chose a place that the machine had found too, its exactness is kept; elsewhere the clip stands as it was put, at a
 * plain speed, to within about a frame.
 */
final class HandPlaced {
    /** What {@link ClipSync#source} says of clips that a person placed. */
    static final String SOURCE = "hand";

    /** A frame or so, in seconds: nearer than this somebody means what the machine found. */
    private static final double MEANS_THE_SAME = 0.08;

    private static final double UNCERTAINTY = 0.02;
    private static final double SAME_SPEED = 0.005;

    private final double songSeconds;

    private HandPlaced(double songSeconds) {
        this.songSeconds = songSeconds;
    }

    static SyncResult of(SyncResult machine, Map<String, ClipSaid> said) {
        if (said.isEmpty()) {
            return machine;
        }
        HandPlaced placed = new HandPlaced(machine.song().seconds());
        return new SyncResult(
                machine.contract(),
                machine.song(),
                machine.clips().stream()
                        .map(clip -> placed.clip(clip, said.get(clip.path())))
                        .toList(),
                machine.groups(),
                machine.cameras(),
                machine.findings());
    }

    private ClipSync clip(ClipSync clip, @Nullable ClipSaid said) {
        if (said == null) {
            return clip;
        }
        if (said.notHere()) {
            return clip.answered(
                    "unmatched",
                    new SyncResult.Reason("sync/not-here", "Somebody said that this clip is not from this song."),
                    List.of(),
                    null);
        }
        ClipSaid.Place place = said.place();
        return place == null ? clip : clip.answered("matched", null, besides(clip, match(clip, place)), SOURCE);
    }

    /** A clip may hold the song several times: what was surely heard in other parts of it stays. */
    private static List<Match> besides(ClipSync clip, Match chosen) {
        return Stream.concat(
                        Stream.of(chosen),
                        clip.isMatched()
                                ? clip.matches().stream()
                                        .filter(match -> match.sure()
                                                && (match.clipEnd() <= chosen.clipStart()
                                                        || match.clipStart() >= chosen.clipEnd()))
                                : Stream.empty())
                .sorted(Comparator.comparingDouble(Match::clipStart))
                .toList();
    }

    private Match match(ClipSync clip, ClipSaid.Place place) {
        Optional<Match> meant = clip.matches().stream()
                .filter(match -> Math.abs(match.songTimeOf(place.clipTime()) - place.songTime()) < MEANS_THE_SAME)
                .findFirst();
        return meant.map(match -> sure(match, othersOf(clip, match.songStart())))
                .orElseGet(() -> line(clip, place, likeIt(clip, place)));
    }

    private static Match sure(Match found, List<Alternative> others) {
        return new Match(
                found.clipStart(),
                found.clipEnd(),
                found.songStart(),
                found.songEnd(),
                found.speed(),
                found.speedFraction(),
                found.mode(),
                found.driftPpm(),
                found.driftUncertaintyPpm(),
                found.uncertaintySeconds(),
                1,
                others,
                found.evidence());
    }

    /** A playback of the same speed that was heard tells how the camera's clock runs. */
    private static @Nullable Match likeIt(ClipSync clip, ClipSaid.Place place) {
        return clip.matches().stream()
                .filter(match -> Math.abs(match.speed() - place.speed()) < SAME_SPEED)
                .min(Comparator.comparingDouble(match -> Math.abs(match.clipStart() - place.clipTime())))
                .orElse(null);
    }

    private Match line(ClipSync clip, ClipSaid.Place place, @Nullable Match like) {
        double rate = like == null ? place.speed() : like.songSecondsPerClipSecond();
        double length = clip.seconds() == null ? songSeconds / rate : clip.seconds();
        double from = Math.max(0, place.clipTime() - place.songTime() / rate);
        double to = Math.min(length, place.clipTime() + (songSeconds - place.songTime()) / rate);
        double end = Math.max(from, to);
        return new Match(
                from,
                end,
                place.songTime() + rate * (from - place.clipTime()),
                place.songTime() + rate * (end - place.clipTime()),
                like == null ? place.speed() : like.speed(),
                like == null ? fraction(place.speed()) : like.speedFraction(),
                like == null ? "varispeed" : like.mode(),
                like == null ? 0 : like.driftPpm(),
                like == null ? 0 : like.driftUncertaintyPpm(),
                UNCERTAINTY,
                1,
                othersOf(clip, place.songTime() + rate * (from - place.clipTime())),
                Map.of("by", SOURCE));
    }

    /** As exchange files write it: {@code 1}, {@code 2}, {@code 97/100}. */
    private static String fraction(double speed) {
        long hundredths = Math.round(speed * 100);
        long common = java.math.BigInteger.valueOf(hundredths)
                .gcd(java.math.BigInteger.valueOf(100))
                .longValue();
        return common == 100 ? String.valueOf(hundredths / 100) : hundredths / common + "/" + 100 / common;
    }

    /** What the machine found elsewhere. */
    private static List<Alternative> othersOf(ClipSync clip, double songStart) {
        return clip.matches().stream()
                .flatMap(match -> Stream.concat(
                        Stream.of(new Alternative(match.songStart(), match.confidence())),
                        match.alternatives().stream()))
                .filter(other -> Math.abs(other.songStart() - songStart) > MEANS_THE_SAME)
                .limit(5)
                .toList();
    }
}
