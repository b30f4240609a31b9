package backbeat.engine.interchange;

import backbeat.engine.problem.ReadingProblems;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * How much may lie within the clips of one file, counted as if every clip held its content itself. Files tell content once and refer to it; a few that refer to each
 * other ten times each would be more clips than there is memory for.
 */
final class ContentRoom {
    private static final long MOST_CLIPS = 200_000;

    private final IdentityHashMap<ForeignTimeline, Long> clipsWithin = new IdentityHashMap<>();
    private final ReadingFindings findings;
    private long left = MOST_CLIPS;

    ContentRoom(ReadingFindings findings) {
        this.findings = findings;
    }

    /** The content, or nothing where there is no room for it. */
    List<ForeignTimeline> take(List<ForeignTimeline> content, String where) {
        long clips = content.stream().mapToLong(this::count).sum();
        if (clips > left) {
            findings.warn(ReadingProblems.tooMuchInside(where));
            return List.of();
        }
        left -= clips;
        return content;
    }

    private long count(ForeignTimeline timeline) {
        Long known = clipsWithin.get(timeline);
        if (known != null) {
            return known;
        }
        long clips = 0;
        for (ForeignTrack track : timeline.tracks()) {
            for (ForeignClip clip : track.clips()) {
                clips += 1 + clip.content().stream().mapToLong(this::count).sum();
            }
        }
        clipsWithin.put(timeline, clips);
        return clips;
    }
}
