package backbeat.engine.take;

import backbeat.engine.sync.SyncResult.Alternative;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides between places that sound alike by what another camera heard at the same time: its place is certain, so only one of them can be meant. Decided only when
 * one place fits and all others are clearly elsewhere.
 */
final class EqualPlaces {
    private static final double SIGMAS = 4;
    private static final double LEAST_TOLERANCE_SECONDS = 0.3;
    private static final double BY_HAND_SECONDS = 4;
    private static final double CHANCE_OF_A_SLIP = 0.005;

    private EqualPlaces() {}

    /** @param startDifference seconds from the sister's start to that of the clip */
    record Sister(Roll roll, double startDifference, double uncertainty, double chance, String evidence) {
        /** The song time that this camera heard at a time of the other clip. */
        private Optional<Double> songAt(double clipTime) {
            double own = clipTime + startDifference;
            return roll.sync().matches().stream()
                    .filter(match -> match.sure() && match.clipStart() <= own && own <= match.clipEnd())
                    .map(match -> match.songTimeOf(own))
                    .findFirst();
        }
    }

    /** The clip's result with what could be decided; the same when nothing could. */
    static ClipSync decided(ClipSync clip, List<Sister> sisters) {
        List<Match> matches = new ArrayList<>();
        for (Match match : clip.matches()) {
            matches.add(match.alternatives().isEmpty() ? match : decided(match, sisters));
        }
        if (matches.equals(clip.matches())) {
            return clip;
        }
        return answered(clip, matches);
    }

    private static ClipSync answered(ClipSync clip, List<Match> matches) {
        boolean open = matches.stream().anyMatch(match -> !match.alternatives().isEmpty());
        boolean weak = matches.stream().noneMatch(Match::sure);
        return clip.answered(
                open ? clip.verdict() : "matched",
                open ? clip.reason() : weak ? Words.chosenButWeak(matches.getFirst()) : null,
                List.copyOf(matches),
                clip.source());
    }

    /** @param song where on the song the clip's first playback began, by a person; negative when nothing is known */
    static ClipSync decidedByHand(ClipSync clip, double song) {
        Match first = clip.matches().getFirst();
        List<Match> places = places(first);
        List<Match> near = places.stream()
                .filter(place -> Math.abs(place.songStart() - song) < BY_HAND_SECONDS)
                .toList();
        boolean clear = places.stream()
                .allMatch(place -> near.contains(place) || Math.abs(place.songStart() - song) > 2 * BY_HAND_SECONDS);
        if (song < 0 || near.size() != 1 || !clear) {
            return clip;
        }
        Map<String, Object> evidence = new TreeMap<>(first.evidence());
        evidence.put("chosenBy", "the slate log");
        List<Match> matches = new ArrayList<>(clip.matches());
        double oneOfThem = Math.min(1, first.confidence() * places.size());
        matches.set(0, Matches.decided(near.getFirst(), oneOfThem * (1 - CHANCE_OF_A_SLIP), evidence));
        return answered(clip, matches);
    }

    private static Match decided(Match match, List<Sister> sisters) {
        for (Sister sister : sisters) {
            Optional<Match> chosen = chosen(match, sister);
            if (chosen.isPresent()) {
                return chosen.get();
            }
        }
        return match;
    }

    private static Optional<Match> chosen(Match match, Sister sister) {
        double middle = (match.clipStart() + match.clipEnd()) / 2;
        double tolerance = Math.max(LEAST_TOLERANCE_SECONDS, SIGMAS * sister.uncertainty()) * match.speed();
        return sister.songAt(middle).flatMap(song -> {
            List<Match> places = places(match);
            List<Match> fitting = places.stream()
                    .filter(place -> Math.abs(place.songTimeOf(middle) - song) < tolerance)
                    .toList();
            List<Match> near = places.stream()
                    .filter(place -> Math.abs(place.songTimeOf(middle) - song) < 2 * tolerance)
                    .toList();
            return fitting.size() == 1 && near.size() == 1
                    ? Optional.of(told(fitting.getFirst(), places.size(), sister))
                    : Optional.empty();
        });
    }

    private static List<Match> places(Match match) {
        List<Match> places = new ArrayList<>(List.of(match));
        for (Alternative other : match.alternatives()) {
            places.add(Matches.movedTo(match, other.songStart()));
        }
        return places;
    }

    private static Match told(Match place, int places, Sister sister) {
        Map<String, Object> evidence = new TreeMap<>(place.evidence());
        evidence.put("chosenBy", sister.evidence());
        evidence.put("sister", sister.roll().path());
        double oneOfThem = Math.min(1, place.confidence() * places);
        return Matches.decided(place, oneOfThem * (1 - sister.chance()), evidence);
    }
}
