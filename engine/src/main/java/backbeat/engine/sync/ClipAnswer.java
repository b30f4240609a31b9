package backbeat.engine.sync;

import backbeat.engine.sync.SyncResult.Alternative;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts what was found in the stretches of a clip into the words of the contract; a playback that runs on from stretch to stretch becomes one match. */
final class ClipAnswer {
    static final double SURE = Match.SURE;
    private static final double SAME_LINE_SECONDS = 0.003;
    /** Who hears the song go on where it should be by then has heard one playback, masked in between. */
    private static final double MASKED_SECONDS = 60;

    private static final int MOST_REFUSED = 4;

    private final double songSeconds;
    private final List<Match> matches = new ArrayList<>();
    private final List<Match> refused = new ArrayList<>();
    private String refusal = Reasons.NO_SOUND;

    ClipAnswer(double songSeconds) {
        this.songSeconds = songSeconds;
    }

    /** Takes what one stretch told. */
    void add(double stretchStart, int channel, PlaybackSearch.Result result) {
        for (Playback playback : result.playbacks()) {
            addJoined(matchOf(playback, stretchStart, channel));
        }
        result.refused().forEach(each -> refused.add(refused(each, stretchStart, channel)));
        if (result.refusal() != null && Reasons.saysMore(result.refusal(), refusal)) {
            refusal = result.refusal();
        }
    }

    ClipSync clip(String path, double seconds) {
        return told(path, seconds)
                .withRefused(refused.stream()
                        .sorted(Comparator.comparingDouble(match -> -Claims.loudness(match)))
                        .limit(MOST_REFUSED)
                        .map(match -> within(match, seconds))
                        .toList());
    }

    private ClipSync told(String path, double seconds) {
        if (matches.isEmpty()) {
            return new ClipSync(path, seconds, "unmatched", Reasons.of(refusal), List.of(), null);
        }
        List<Match> told = matches.stream().map(match -> within(match, seconds)).toList();
        return told(path, seconds, Overlaps.resolved(told));
    }

    /** The verdict that such matches by sound mean. */
    static ClipSync told(String path, @Nullable Double seconds, List<Match> told) {
        if (told.stream().anyMatch(match -> !match.alternatives().isEmpty())) {
            return new ClipSync(path, seconds, "ambiguous", Reasons.of(Reasons.EQUAL_PLACES), told, "sound");
        }
        boolean weak = told.stream().allMatch(match -> match.confidence() < SURE);
        return new ClipSync(path, seconds, "matched", weak ? Reasons.of(Reasons.WEAK) : null, told, "sound");
    }

    private static Match refused(PlaybackSearch.Refused found, double stretchStart, int channel) {
        Match match = matchOf(found.playback(), stretchStart, channel);
        Map<String, Object> evidence = new TreeMap<>(match.evidence());
        evidence.put("refusal", found.code());
        return match.withEvidence(evidence, 0);
    }

    private static Match matchOf(Playback playback, double stretchStart, int channel) {
        double speed = playback.speed().value();
        FinePlace.Fine fine = playback.fine();
        int places = 1 + playback.equalPlaces().size();
        double confidence = playback.confidence() / places;
        List<Alternative> alternatives = playback.equalPlaces().stream()
                .map(place -> new Alternative(place * speed, confidence))
                .toList();
        Map<String, Object> evidence = new TreeMap<>();
        evidence.put("score", rounded(playback.score()));
        evidence.put("falseAlarmExponent", rounded(playback.falseAlarmExponent()));
        evidence.put("agreeingBlocks", rounded(playback.agreeing()));
        evidence.put("firstPeakRatio", rounded(fine.firstPeakRatio()));
        evidence.put("peakSigmas", rounded(fine.sigmas()));
        evidence.put("polarity", fine.polarity());
        evidence.put("channel", channel);
        playback.sketch().putInto(evidence, stretchStart);
        return new Match(
                stretchStart + playback.from(),
                stretchStart + playback.to(),
                playback.songStart(),
                playback.songEnd(),
                speed,
                playback.speed().fraction(),
                playback.mode().word(),
                (playback.line().rate() - 1) * 1e6,
                fine.driftUncertainty() * 1e6,
                fine.uncertaintySeconds() * speed,
                confidence,
                alternatives,
                evidence);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** Stretches overlap: what both heard is told once. */
    private void addJoined(Match next) {
        for (int i = 0; i < matches.size(); i++) {
            Match earlier = matches.get(i);
            boolean heardInBoth = next.clipStart() < earlier.clipEnd();
            boolean nothingBetween = i == matches.size() - 1;
            if ((heardInBoth || nothingBetween) && runsOn(earlier, next)) {
                matches.set(i, joined(earlier, next));
                return;
            }
        }
        matches.add(next);
    }

    private static boolean runsOn(Match last, Match next) {
        return last.speedFraction().equals(next.speedFraction())
                && next.clipStart() - last.clipEnd() < MASKED_SECONDS
                && Math.abs(last.songTimeOf(next.clipStart()) - next.songStart()) < SAME_LINE_SECONDS
                && Math.abs(next.songTimeOf(last.clipEnd()) - last.songEnd()) < SAME_LINE_SECONDS;
    }

    /** One line from the first match's start to the second one's end. */
    private static Match joined(Match first, Match second) {
        if (second.clipEnd() <= first.clipEnd()) {
            return first;
        }
        double slope = (second.songEnd() - first.songStart()) / (second.clipEnd() - first.clipStart());
        return new Match(
                first.clipStart(),
                second.clipEnd(),
                first.songStart(),
                second.songEnd(),
                first.speed(),
                first.speedFraction(),
                first.mode(),
                (slope / first.speed() - 1) * 1e6,
                Math.min(first.driftUncertaintyPpm(), second.driftUncertaintyPpm()),
                Math.max(first.uncertaintySeconds(), second.uncertaintySeconds()),
                Math.max(first.confidence(), second.confidence()),
                first.alternatives().isEmpty() || second.alternatives().isEmpty() ? List.of() : first.alternatives(),
                Sketch.joined(first.evidence(), second.evidence()));
    }

    /** Cut to the clip and the song: the line stays. */
    private Match within(Match match, double seconds) {
        Match cut = match.between(
                Math.max(0, Math.max(match.clipStart(), match.clipTimeOf(0))),
                Math.min(seconds, Math.min(match.clipEnd(), match.clipTimeOf(songSeconds))));
        return cut.songStart() >= 0 && cut.songEnd() <= songSeconds ? cut : cut.insideSong(songSeconds);
    }
}
