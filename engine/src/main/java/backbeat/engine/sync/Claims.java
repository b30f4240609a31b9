package backbeat.engine.sync;

import backbeat.engine.problem.Finding;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What several songs claim of the same clips. A stretch of a clip that two of them claim belongs to the one whose blocks speak louder for it. */
final class Claims {
    /** Of a clip so little may be left unexplained for nobody to look for another song in it. */
    private static final double UNEXPLAINED_SECONDS = 8;

    private final List<String> songNames;
    private final List<Map<String, ClipSync>> answers = new ArrayList<>();
    private final List<Set<Finding>> findings = new ArrayList<>();

    Claims(List<String> songNames) {
        this.songNames = songNames;
        songNames.forEach(name -> {
            answers.add(new HashMap<>());
            findings.add(new LinkedHashSet<>());
        });
    }

    void add(int song, SyncResult result) {
        result.clips().forEach(clip -> answers.get(song).put(clip.path(), clip));
        findings.get(song).addAll(result.findings());
    }

    boolean isHeardAt(int song, String path) {
        return answers.get(song).containsKey(path);
    }

    boolean isExplained(String path) {
        return answers.stream().map(clips -> clips.get(path)).anyMatch(clip -> clip != null && isExplained(clip));
    }

    private static boolean isExplained(ClipSync clip) {
        double explained = clip.matches().stream()
                .filter(Match::sure)
                .mapToDouble(match -> match.clipEnd() - match.clipStart())
                .sum();
        return clip.seconds() != null && explained > clip.seconds() - UNEXPLAINED_SECONDS;
    }

    List<Finding> findings(int song) {
        return List.copyOf(findings.get(song));
    }

    /** What is left of a song's claims on a clip when all songs were asked. */
    ClipSync settled(int song, String path, double clipSeconds) {
        ClipSync unheard = new ClipSync(path, clipSeconds, "unmatched", null, List.of(), null);
        ClipSync own = answers.get(song).getOrDefault(path, unheard);
        List<Match> kept = own.matches().stream()
                .map(match -> unclaimed(song, path, match))
                .filter(Objects::nonNull)
                .toList();
        if (kept.equals(own.matches()) && !kept.isEmpty()) {
            return own;
        }
        if (!kept.isEmpty()) {
            ClipSync left = ClipAnswer.told(path, clipSeconds, kept);
            return own.answered(left.verdict(), left.reason(), kept, own.source());
        }
        int other = loudest(path);
        return other < 0 || other == song
                ? own
                : own.answered("unmatched", Reasons.otherSong(songNames.get(other)), List.of(), null);
    }

    /** What no other song claims louder; null when that is hardly anything. */
    private @Nullable Match unclaimed(int song, String path, Match match) {
        Match left = match;
        for (int other = 0; other < answers.size(); other++) {
            ClipSync theirs = answers.get(other).get(path);
            if (other == song || theirs == null) {
                continue;
            }
            for (Match claim : theirs.matches()) {
                if (left != null && loudness(claim) > loudness(match)) {
                    left = Overlaps.outside(left, claim);
                }
            }
        }
        return left;
    }

    private int loudest(String path) {
        int best = -1;
        double highest = 0;
        for (int song = 0; song < answers.size(); song++) {
            ClipSync clip = answers.get(song).get(path);
            if (clip != null) {
                for (Match match : clip.matches()) {
                    if (loudness(match) > highest) {
                        highest = loudness(match);
                        best = song;
                    }
                }
            }
        }
        return best;
    }

    static double loudness(Match match) {
        return match.evidence().get("score") instanceof Number score ? score.doubleValue() : 1e-9;
    }
}
