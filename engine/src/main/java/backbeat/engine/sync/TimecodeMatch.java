package backbeat.engine.sync;

import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A match as timecode alone tells it. */
final class TimecodeMatch {
    /** A reader needs so many frames to find its clock: a run that begins then began with the clip. */
    private static final double EDGE_FRAMES = 4;

    private static final double CAMERA_UNCERTAINTY_FRAMES = 1;
    /** Two clocks of cameras and players, told apart by nothing but counts of frames. */
    private static final double DRIFT_UNCERTAINTY_PPM = 1;

    /** A camera's counter against ears that heard no song: a proposal at best. */
    private static final double AGAINST_THE_SOUND = 0.9;

    private final ClipSync clip;
    private final double clipSeconds;
    private final double songSeconds;

    TimecodeMatch(ClipSync clip, double songSeconds) {
        this.clip = clip;
        this.clipSeconds = clip.seconds() == null ? 0 : clip.seconds();
        this.songSeconds = songSeconds;
    }

    Match of(TimecodeLine line, TimecodeRelation relation) {
        double slope = relation.songSecondsPerClipSecond(line);
        double edge = EDGE_FRAMES / line.framesPerSecond();
        double first = line.from() < edge ? 0 : line.from();
        double last = clipSeconds - line.to() < edge ? clipSeconds : line.to();
        double from = Math.max(first, first - relation.songTime(line, first) / slope);
        double to = Math.min(last, first + (songSeconds - relation.songTime(line, first)) / slope);
        Speed speed = Speed.named(slope);
        boolean track = line.source().equals(TimecodeLine.TRACK);
        double frames = track ? CAMERA_UNCERTAINTY_FRAMES : relation.uncertaintyFrames();
        Map<String, Object> evidence = new TreeMap<>();
        evidence.put("songStartsAt", relation.spoken());
        evidence.put("relation", relation.witnesses() == 0 ? "given" : "learned");
        evidence.put("witnesses", relation.witnesses());
        return new Match(
                from,
                to,
                Math.max(0, relation.songTime(line, from)),
                Math.min(songSeconds, relation.songTime(line, to)),
                speed.value(),
                speed.fraction(),
                "varispeed",
                (slope / speed.value() - 1) * 1e6,
                DRIFT_UNCERTAINTY_PPM,
                Math.hypot(frames * relation.songSecondsPerFrame(), line.scatterSeconds() * slope),
                track && heardNoSong() ? AGAINST_THE_SOUND : relation.confidence(),
                List.of(),
                evidence);
    }

    private boolean heardNoSong() {
        return clip.reason() != null
                && List.of(Reasons.NO_SONG, Reasons.LOOP_ONLY)
                        .contains(clip.reason().code());
    }
}
