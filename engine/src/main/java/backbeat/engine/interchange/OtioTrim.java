package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A track of which only a range is shown: what lies outside of it is cut off, and the range begins where the track does. */
final class OtioTrim {
    private final Rational start;
    private final Rational end;
    private final Rational earlier;

    private OtioTrim(Rational start, Rational from, Rational length) {
        this.start = start;
        this.end = start.plus(length);
        this.earlier = from;
    }

    /** @param start of the track on the timeline's clock */
    static ForeignTrack of(ForeignTrack track, Rational start, JsonNode range) {
        Rational from = Objects.requireNonNullElse(OtioJson.time(range.get("start_time")), Rational.ZERO);
        Rational length = OtioJson.time(range.get("duration"));
        if (length == null || length.signum() <= 0) {
            return track;
        }
        OtioTrim trim = new OtioTrim(start, from, length);
        List<ForeignClip> clips = track.clips().stream()
                .filter(clip -> trim.shows(clip.recordIn(), clip.recordOut()))
                .map(trim::trimmed)
                .toList();
        List<ForeignTransition> transitions = track.transitions().stream()
                .filter(transition -> trim.shows(transition.recordIn(), transition.recordOut()))
                .map(trim::moved)
                .toList();
        if (clips.isEmpty()) {
            // counted on a clock that nobody knows: what is there is better than nothing
            return track;
        }
        return new ForeignTrack(
                track.kind(), track.index(), track.lane(), track.name(), clips, transitions, track.foreign());
    }

    private boolean shows(Rational in, Rational out) {
        return in.minus(earlier).isLessThan(end) && out.minus(earlier).isGreaterThan(start);
    }

    private ForeignClip trimmed(ForeignClip clip) {
        Rational in = clip.recordIn().minus(earlier).max(start);
        Rational out = clip.recordOut().minus(earlier).min(end);
        Rational speed = Objects.requireNonNullElse(clip.speed(), Rational.ONE);
        Rational into = in.minus(clip.recordIn().minus(earlier)).times(speed);
        Rational left = clip.recordOut().minus(earlier).minus(out).times(speed);
        return clip.within(
                in,
                out,
                plus(clip.sourceIn(), into),
                plus(clip.sourceOut(), left.negated()),
                plus(clip.mediaIn(), into),
                plus(clip.mediaOut(), left.negated()));
    }

    private static @Nullable Rational plus(@Nullable Rational time, Rational more) {
        return time == null ? null : time.plus(more);
    }

    private ForeignTransition moved(ForeignTransition transition) {
        Rational cut = transition.cut();
        return new ForeignTransition(
                transition.kind(),
                transition.name(),
                transition.recordIn().minus(earlier),
                transition.recordOut().minus(earlier),
                cut == null ? null : cut.minus(earlier));
    }
}
