package backbeat.engine.cut;

import backbeat.engine.footage.Clip;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import org.jspecify.annotations.Nullable;

/**
 * One playback of the song in one clip, with the frames of the timeline that it can fill.
 *
 * @param speed source seconds for one second of the timeline: a playback at 200 % is shown at half speed
 * @param firstSource first whole picture frame inside the match
 * @param endSource frame after the last whole one that may be shown
 * @param first timeline frame from which it can be shown
 * @param end timeline frame after the last one
 * @param story whether the clip does not play the song and was only laid there
 */
record Take(
        int index,
        Clip clip,
        VideoFacts video,
        Match match,
        Rate rate,
        Rational speed,
        long firstSource,
        long endSource,
        int first,
        int end,
        boolean story) {
    private static final long NANOS = 1_000_000_000L;
    private static final long MICROS = 1_000_000L;
    /** A frame that begins so soon after the moment is the one that is meant: clocks and sync are not finer. */
    static final Rational BEGINS_WITHIN = Rational.of(1, 1000);
    /** Times of the sync are decimals: this part of a frame is no difference. */
    private static final double SNAP = 1e-3;
    /** The first frame is begun before the match's first whole one, the last ends after the moment it is shown to. */
    private static final double FRAMES_BESIDE = 2;

    static Take of(int index, Clip clip, VideoFacts video, Match match, Rate rate, int frames) {
        long firstSource = firstWholeFrame(video, match.clipStart());
        long endSource = endOfWholeFrames(video, match.clipEnd());
        double from = rate.toDouble() * match.songTimeOf(startOf(video, firstSource));
        double to = rate.toDouble() * match.songTimeOf(startOf(video, endSource));
        int first = Math.clamp((long) Math.ceil(from - SNAP), 0, frames);
        int end = Math.clamp((long) Math.floor(to + SNAP), 0, frames);
        double rolling = Math.max(match.clipStart(), startOf(video, 0));
        if (first == 1 && match.clipTimeOf(0) >= rolling - SNAP / rate.toDouble()) {
            // The song begins inside a frame of a camera that was rolling already, sound and picture: that frame is the
            // song's first.
            firstSource =
                    video.frameAt(Rational.nearest(match.clipTimeOf(0), MICROS).plus(BEGINS_WITHIN));
            first = 0;
        }
        if (end >= frames - 2 && end < frames && reachesEndOfSong(video, match, rate, frames)) {
            endSource = endOfWholeFrames(
                    video,
                    match.clipTimeOf(frames / rate.toDouble())
                            + FRAMES_BESIDE / video.rate().toDouble());
            end = frames;
        }
        Rational speed = Rational.parse(match.speedFraction()).inverse();
        Rational available = timeOf(video, endSource).minus(timeOf(video, firstSource));
        int longest = Math.clamp(rate.floorFrame(available.dividedBy(speed)), 0, frames);
        end = Math.clamp(end, first, first + longest);
        return new Take(index, clip, video, match, rate, speed, firstSource, endSource, first, end, false);
    }

    /** The song ends inside the last frame of the timeline: that frame may run past the match if the camera ran on. */
    private static boolean reachesEndOfSong(VideoFacts video, Match match, Rate rate, int frames) {
        double lastFrame = (frames - 1) / rate.toDouble();
        boolean matchedSoFar = match.songEnd() > lastFrame;
        return matchedSoFar && match.clipTimeOf(frames / rate.toDouble()) <= startOf(video, video.frames());
    }

    Take withIndex(int other) {
        return new Take(other, clip, video, match, rate, speed, firstSource, endSource, first, end, story);
    }

    /** The same, to be shown in a part of its frames of the timeline only. */
    Take within(int from, int to) {
        return new Take(index, clip, video, match, rate, speed, firstSource, endSource, from, to, story);
    }

    /** The same, told as a clip that does not play the song. */
    Take asStory() {
        return new Take(index, clip, video, match, rate, speed, firstSource, endSource, first, end, true);
    }

    boolean isSameAs(@Nullable Take other) {
        return other != null && other.index == index;
    }

    /** Of a story clip the clip itself: two of one camera are two places, and no jump cut. */
    String camera() {
        return story ? clip.name() : clip.camera();
    }

    boolean covers(int from, int to) {
        return first <= from && to <= end;
    }

    boolean isSlowOrFast() {
        return Math.abs(match.speed() - 1) > 0.02;
    }

    /**
     * Clip time to start from, so that each frame of the timeline shows what the camera saw at that moment of the song: the last source frame that had begun. All
     * of the shot stays inside the match.
     */
    Rational sourceStart(int frame, int length) {
        Rational wanted = Rational.nearest(clipTimeAt(frame), MICROS);
        Rational used = rate.timeOf(length).times(speed);
        long shown = Math.max(firstSource, video.frameAt(wanted.plus(BEGINS_WITHIN)));
        Rational latest = endOfSource().minus(used).max(timeOf(video, firstSource));
        if (!stepsByWholeFrames()) {
            return wanted.max(timeOf(video, firstSource)).min(latest);
        }
        while (shown > firstSource && timeOf(video, shown).isGreaterThan(latest)) {
            shown--;
        }
        return timeOf(video, shown);
    }

    /** What the camera's clock said at the start of a frame of the timeline, in clip seconds. */
    double clipTimeAt(int frame) {
        return match.clipTimeOf(rate.timeOf(frame).toDouble());
    }

    /** Clip time after the last frame that may be shown. */
    Rational endOfSource() {
        return timeOf(video, endSource);
    }

    /** Whether each frame of the timeline is so many frames of the clip: then a shot starts on a frame, as editing programs want it. */
    boolean stepsByWholeFrames() {
        return !video.variableRate()
                && video.rate()
                        .perSecond()
                        .times(speed)
                        .dividedBy(rate.perSecond())
                        .isWhole();
    }

    private static long firstWholeFrame(VideoFacts video, double clipTime) {
        if (!video.variableRate()) {
            double position =
                    (clipTime - video.start().toDouble()) * video.rate().toDouble();
            return Math.clamp((long) Math.ceil(position - SNAP), 0, video.frames());
        }
        long frame = video.frameAt(Rational.nearest(clipTime, NANOS));
        return startOf(video, frame) < clipTime - SNAP / video.rate().toDouble() ? frame + 1 : frame;
    }

    private static long endOfWholeFrames(VideoFacts video, double clipTime) {
        if (!video.variableRate()) {
            double position =
                    (clipTime - video.start().toDouble()) * video.rate().toDouble();
            return Math.clamp((long) Math.floor(position + SNAP), 0, video.frames());
        }
        boolean pastTheEnd = clipTime >= startOf(video, video.frames());
        return pastTheEnd ? video.frames() : video.frameAt(Rational.nearest(clipTime, NANOS));
    }

    private static double startOf(VideoFacts video, long frame) {
        return timeOf(video, frame).toDouble();
    }

    /** Also for the frame after the last one. */
    private static Rational timeOf(VideoFacts video, long frame) {
        boolean pastVariableEnd = video.variableRate() && frame >= video.frames();
        return pastVariableEnd
                ? video.timeOfFrame(video.frames() - 1).plus(video.rate().frameDuration())
                : video.timeOfFrame(frame);
    }
}
