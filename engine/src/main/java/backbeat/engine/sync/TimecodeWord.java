package backbeat.engine.sync;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.SyncProblems;
import backbeat.engine.sync.SyncResult.Alternative;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What timecode's word changes in the result of one clip: where the sound is sure, nothing; where it left places open, the choice; where it was silent, all. */
final class TimecodeWord {
    private static final double AGREEING_FRAMES = 1;
    private static final double SOUND_AND_TIMECODE = 0.999;

    private final ClipSync clip;
    private final List<Match> places;
    private final String source;
    private final double tolerance;

    /**
     * @param source where the places came from
     * @param frameSeconds of song in a frame of the timecode
     */
    TimecodeWord(ClipSync clip, List<Match> places, String source, double frameSeconds) {
        this.clip = clip;
        this.places = places;
        this.source = source;
        this.tolerance = AGREEING_FRAMES * frameSeconds;
    }

    ClipSync told(List<Finding> findings) {
        return switch (clip.verdict()) {
            case "matched" -> checked(findings);
            case "ambiguous" -> decided();
            default -> placed();
        };
    }

    private ClipSync placed() {
        boolean weak = places.stream().noneMatch(Match::sure);
        return clip.answered(
                "matched",
                weak ? Reasons.weakTimecode(places.getFirst().evidence().get("songStartsAt")) : null,
                places,
                source);
    }

    private ClipSync checked(List<Finding> findings) {
        for (Match match : clip.matches()) {
            placeBeside(match)
                    .map(place -> apart(match, place))
                    .filter(apart -> Math.abs(apart) > tolerance && source.equals(TimecodeLine.LTC))
                    .ifPresent(apart -> findings.add(
                            Finding.warning(SyncProblems.timecodeDisagrees(clip.path(), Math.abs(apart)))));
        }
        boolean weak = clip.matches().stream().noneMatch(Match::sure);
        return weak ? withMatches(clip.matches().stream().map(this::confirmed).toList()) : clip;
    }

    /** A proposal of the sound that timecode repeats is no proposal any more. */
    private Match confirmed(Match match) {
        Optional<Match> place = placeBeside(match).filter(Match::sure);
        boolean agrees =
                place.map(told -> Math.abs(apart(match, told)) <= tolerance).orElse(false);
        return agrees ? at(match, match.songStart(), place.orElseThrow()) : match;
    }

    private ClipSync decided() {
        return withMatches(clip.matches().stream().map(this::decided).toList());
    }

    /** Of places that sound alike the one that the timecode means, with the exactness of the sound. */
    private Match decided(Match match) {
        Optional<Match> place = placeBeside(match).filter(Match::sure);
        if (match.alternatives().isEmpty() || place.isEmpty()) {
            return match;
        }
        double told = match.songStart() - apart(match, place.get());
        double nearest = match.alternatives().stream()
                .map(Alternative::songStart)
                .reduce(match.songStart(), (a, b) -> Math.abs(a - told) <= Math.abs(b - told) ? a : b);
        return Math.abs(nearest - told) <= tolerance ? at(match, nearest, place.get()) : match;
    }

    private Optional<Match> placeBeside(Match match) {
        return places.stream()
                .filter(place -> place.clipStart() < match.clipEnd() && match.clipStart() < place.clipEnd())
                .findFirst();
    }

    /** Seconds of song that the sound's place lies after the timecode's, in the middle of what both cover. */
    private static double apart(Match match, Match place) {
        double middle =
                (Math.max(match.clipStart(), place.clipStart()) + Math.min(match.clipEnd(), place.clipEnd())) / 2;
        return match.songTimeOf(middle) - place.songTimeOf(middle);
    }

    private Match at(Match match, double songStart, Match place) {
        Map<String, Object> evidence = new TreeMap<>(match.evidence());
        evidence.put("confirmedBy", source);
        evidence.putAll(place.evidence());
        return new Match(
                match.clipStart(),
                match.clipEnd(),
                songStart,
                songStart + match.songEnd() - match.songStart(),
                match.speed(),
                match.speedFraction(),
                match.mode(),
                match.driftPpm(),
                match.driftUncertaintyPpm(),
                match.uncertaintySeconds(),
                SOUND_AND_TIMECODE,
                List.of(),
                evidence);
    }

    private ClipSync withMatches(List<Match> matches) {
        boolean open = matches.stream().anyMatch(match -> !match.alternatives().isEmpty());
        boolean weak = matches.stream().noneMatch(Match::sure);
        return clip.answered(
                open ? "ambiguous" : "matched", open || weak ? clip.reason() : null, matches, clip.source());
    }
}
