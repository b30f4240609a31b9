package backbeat.engine.interchange;

import backbeat.engine.colour.ColourDecision;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.GeneratedMedia;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Multicam;
import backbeat.engine.timeline.OfflineMedia;
import backbeat.engine.timeline.SourceMedia;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A clip of another program as an item of ours. */
final class AdoptedItem {
    private static final long MILLION = 1_000_000;

    /** A second; no camera's timeline has more. */
    private static final Rational MOST_PICTURES = Rational.of(1000);

    private final ForeignClip clip;
    private final Rate rate;
    private final AdoptedContents contents;
    private final Rational speed;
    private final Rational sourceStart;
    private final Rational duration;
    private final List<Marker> markers;

    private AdoptedItem(
            ForeignClip clip,
            Rational duration,
            Rational late,
            Rate rate,
            AdoptedContents contents,
            List<Marker> markers) {
        this.clip = clip;
        this.rate = rate;
        this.contents = contents;
        this.duration = duration;
        this.markers = markers;
        this.speed = Sensible.speed(speed(clip));
        Rational from = clip.mediaIn() != null ? clip.mediaIn() : clip.sourceIn();
        this.sourceStart = Sensible.time(from == null ? Rational.ZERO : from).plus(late.times(speed));
    }

    /** @param late seconds by which the item begins after the clip did */
    static Item of(
            ForeignClip clip,
            Rational duration,
            Rational late,
            Rate rate,
            AdoptedContents contents,
            List<Marker> markers) {
        return new AdoptedItem(clip, duration, late, rate, contents, markers).item();
    }

    private static Rational speed(ForeignClip clip) {
        if (clip.speed() != null) {
            return clip.speed();
        }
        Rational from = clip.mediaIn() != null ? clip.mediaIn() : clip.sourceIn();
        Rational to = clip.mediaIn() != null ? clip.mediaOut() : clip.sourceOut();
        Rational length = clip.recordOut().minus(clip.recordIn());
        boolean told = clip.variableSpeed() && length.signum() > 0;
        return told && from != null && to != null ? to.minus(from).dividedBy(length) : Rational.ONE;
    }

    private Item item() {
        return switch (clip.kind()) {
            case COMPOUND, NESTED, SYNC -> nested();
            case CLIP -> shows(media());
            case MULTICAM -> shows(multicam());
            case TITLE -> shows(generated(GeneratedMedia.Kind.TITLE));
            case CAPTION -> shows(generated(GeneratedMedia.Kind.CAPTION));
            case BLACK -> shows(generated(GeneratedMedia.Kind.BLACK));
            case EFFECT, SCOPE_REFERENCE -> shows(generated(GeneratedMedia.Kind.ADJUSTMENT));
            case GENERATOR -> shows(generated(GeneratedMedia.Kind.OTHER));
        };
    }

    private Item shows(SourceMedia media) {
        Rational read = media instanceof GeneratedMedia ? sourceStart : sourceStart.plus(Sensible.time(media.start()));
        Rational from = media instanceof MediaReference here ? OurMedia.exact(clip.foreign(), read, here, rate) : read;
        return new Item.ClipItem(
                clip.name(), media, from, duration, speed, clip.enabled(), effects(), markers, metadata());
    }

    private List<Effect> effects() {
        List<Effect> all = new ArrayList<>(OurEffects.in(clip.foreign()));
        FcpxmlSeen.in(clip.foreign(), contents.aspect()).ifPresent(all::add);
        ColourDecision colour = clip.colour();
        if (colour == null || all.stream().anyMatch(Effect.Grade.class::isInstance)) {
            return all;
        }
        all.add(new Effect.Grade(
                channels(colour.slope()),
                channels(colour.offset()),
                atLeastAMillionth(channels(colour.power())),
                Rational.nearest(colour.saturation(), MILLION)));
        return all;
    }

    private static Effect.Channels channels(ColourDecision.Rgb told) {
        return new Effect.Channels(
                Rational.nearest(told.red(), MILLION),
                Rational.nearest(told.green(), MILLION),
                Rational.nearest(told.blue(), MILLION));
    }

    /** A power stays above zero, however close to it it was told. */
    private static Effect.Channels atLeastAMillionth(Effect.Channels power) {
        Rational least = Rational.of(1, MILLION);
        return new Effect.Channels(
                power.red().max(least), power.green().max(least), power.blue().max(least));
    }

    private Map<String, String> metadata() {
        Map<String, String> metadata = new TreeMap<>(OurMedia.without(clip.foreign()));
        OurMedia.notes(clip.foreign()).forEach(metadata::put);
        if (clip.variableSpeed()) {
            metadata.put(Told.CHANGING_SPEED, "true");
        }
        Rational until = clip.sourceOut();
        if (speed.signum() == 0 && until != null) {
            metadata.put(Told.STILL_UNTIL, until.toString());
        }
        Rational fromFirst = clip.mediaIn();
        Rational byClock = clip.sourceIn();
        if (fromFirst != null && byClock != null && clip.kind() == ForeignClip.Kind.GENERATOR) {
            metadata.put(Told.LABEL, byClock.minus(fromFirst).toString());
        }
        if (fromFirst == null && byClock == null && clip.kind() == ForeignClip.Kind.CLIP) {
            metadata.put(Told.NO_SOURCE, "true");
        }
        if (clip.kind() != ForeignClip.Kind.CLIP) {
            metadata.put(Told.KIND, clip.kind().name());
        }
        if (!clip.angles().isEmpty()) {
            metadata.put(Told.ANGLES, Told.lines(clip.angles()));
        }
        return metadata;
    }

    private SourceMedia media() {
        Optional<MediaReference> ours = OurMedia.in(clip.foreign());
        return ours.isPresent() ? ours.get() : offline();
    }

    private OfflineMedia offline() {
        Rational fromFirst = clip.mediaIn();
        Rational byClock = clip.sourceIn();
        boolean byTimecode = fromFirst == null && byClock != null;
        @Nullable Rational label = byTimecode ? Rational.ZERO : null;
        if (fromFirst != null && byClock != null) {
            label = Sensible.time(byClock).minus(Sensible.time(fromFirst));
        }
        String file = Optional.ofNullable(clip.file()).orElse("");
        String reel = Optional.ofNullable(clip.reel()).orElse("");
        return new OfflineMedia(clip.name(), file, reel, pictureRate(), label, !byTimecode, null);
    }

    /** Null for sound, whose clock some formats tell in the same place. */
    private @Nullable Rate pictureRate() {
        Rate told = clip.sourceRate();
        return told == null || told.perSecond().isGreaterThan(MOST_PICTURES) ? null : told;
    }

    private GeneratedMedia generated(GeneratedMedia.Kind kind) {
        boolean text = kind == GeneratedMedia.Kind.TITLE || kind == GeneratedMedia.Kind.CAPTION;
        return new GeneratedMedia(kind, clip.name(), text ? clip.name() : "", Map.of());
    }

    private Multicam multicam() {
        List<Multicam.Angle> angles = clip.content().isEmpty()
                ? clip.angles().stream()
                        .map(angle -> new Multicam.Angle(angle.name(), List.of()))
                        .toList()
                : contents.angles(clip.content());
        return new Multicam(
                clip.name(), rate, angles, Told.seen(clip.angles(), "video"), Told.seen(clip.angles(), "audio"));
    }

    /** Where the file does not tell what lies inside, a gap as long as what is used of it stands for it. */
    private Item nested() {
        Timeline content =
                clip.content().isEmpty() ? gap() : contents.of(clip.content().getFirst());
        return new Item.Nested(
                clip.name(), content, sourceStart, duration, speed, clip.enabled(), effects(), markers, metadata());
    }

    private Timeline gap() {
        Rational end = sourceStart.max(sourceStart.plus(duration.times(speed))).max(rate.frameDuration());
        Rational whole = rate.timeOf(end.times(rate.perSecond()).ceiling());
        Track inside = new Track(Track.Kind.VIDEO, "V1", List.of(new Item.Gap(whole, "")));
        return new Timeline(clip.name(), rate, new Timecode(0, rate, false), 1920, 1080, List.of(inside), List.of());
    }
}
