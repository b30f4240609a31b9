package backbeat.engine.interchange;

import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Places the items of a storyline, and what is connected to them, on the clock of the timeline. What is connected tells its offset in the local time of the clip that
 * carries it; that local time may run at another speed than the timeline.
 */
final class FcpxmlStory {
    /**
     * A clock that offsets are told in.
     *
     * @param record timeline time of {@code local}
     * @param scale timeline seconds for one local second
     */
    record Place(Rational record, Rational local, Rational scale, int lane) {
        static Place storyline(Rational start) {
            return new Place(start, start, Rational.ONE, 0);
        }

        Rational of(Rational offset) {
            return scale.equals(Rational.ONE)
                    ? record.plus(offset.minus(local))
                    : record.plus(offset.minus(local).times(scale));
        }
    }

    private static final Set<String> ITEMS = Set.of(
            "clip",
            "asset-clip",
            "video",
            "audio",
            "title",
            "caption",
            "ref-clip",
            "sync-clip",
            "mc-clip",
            "gap",
            "audition",
            "spine",
            "live-drawing",
            "transition");
    private static final Set<String> MARKERS = Set.of("marker", "chapter-marker", "hidden-clip-marker");

    /** What these say is told of the clip in other words. */
    private static final Set<String> OF_THE_CLIP = Set.of("conform-rate", "timeMap", "mc-source");

    private final FcpxmlClips clips;
    private final FcpxmlLanes lanes = new FcpxmlLanes();
    private final List<ForeignMarker> markers = new ArrayList<>();
    private final ReadingFindings findings;
    private final @Nullable Rate rate;
    private Rational last = Rational.ZERO;

    FcpxmlStory(FcpxmlContents contents, @Nullable Rate rate, ReadingFindings findings) {
        this.clips = new FcpxmlClips(contents, rate, findings);
        this.rate = rate;
        this.findings = findings;
    }

    static boolean isUnderstood(XmlElement child) {
        return ITEMS.contains(child.name()) || MARKERS.contains(child.name()) || OF_THE_CLIP.contains(child.name());
    }

    /** Gives the end of the item, where the next one begins if it does not say otherwise. */
    Rational item(XmlElement item, Place place, Rational after) {
        try {
            return placed(item, place, after);
        } catch (ArithmeticException e) {
            findings.warn(ReadingProblems.outOfRange("line " + item.line()));
            return after;
        }
    }

    private Rational placed(XmlElement item, Place place, Rational after) {
        Rational offset = FcpxmlTime.of(item.attribute("offset"));
        Rational record = offset == null ? after : place.of(offset);
        return switch (item.name()) {
            case "audition" -> audition(item, place, record);
            case "spine" -> storyline(item, place, record);
            case "transition" -> {
                transition(item, place, record);
                yield after;
            }
            default -> ITEMS.contains(item.name()) ? clip(item, place.lane(), record) : after;
        };
    }

    /** The first clip of an audition is the one that plays. */
    private Rational audition(XmlElement audition, Place place, Rational record) {
        for (XmlElement child : audition.children()) {
            if (ITEMS.contains(child.name())) {
                return clip(child, place.lane(), record);
            }
        }
        return record;
    }

    private Rational storyline(XmlElement spine, Place place, Rational record) {
        Place inside = new Place(record, Rational.ZERO, Rational.ONE, place.lane());
        Rational end = record;
        for (XmlElement child : spine.children()) {
            end = item(child, inside, end);
        }
        return end;
    }

    private void transition(XmlElement transition, Place place, Rational record) {
        Rational duration = FcpxmlTime.of(transition.attribute("duration"));
        if (duration == null) {
            return;
        }
        String name = transition.attribute("name", "");
        Rational out = record.plus(duration);
        lanes.add(place.lane(), new ForeignTransition(kind(name), name, record, out, null));
        Place local = new Place(record, Rational.ZERO, Rational.ONE, place.lane());
        markers(transition, local, name, record, out);
    }

    private static ForeignTransition.Kind kind(String name) {
        if (name.contains("Dissolve")) {
            return ForeignTransition.Kind.DISSOLVE;
        }
        return name.contains("Wipe") ? ForeignTransition.Kind.WIPE : ForeignTransition.Kind.OTHER;
    }

    /** A synchronised clip is one item: lanes within it are its own. */
    private Rational clip(XmlElement element, int lane, Rational record) {
        FcpxmlClips.Extent extent = clips.extent(element);
        Rational end = record.plus(extent.duration());
        if (!element.is("gap")) {
            ForeignClip clip = clips.clip(element, extent, record, end);
            lanes.add(lane, clips.kind(element), clip);
            last = last.max(end);
            checkGrid(clip, lane, element);
        }
        Place local = new Place(record, extent.start(), extent.scale(), lane);
        markers(element, local, element.attribute("name", ""), record, end);
        if (!element.is("sync-clip")) {
            connected(element, local);
        }
        return end;
    }

    /** What lies beside a row in a lane of its own and not in one of its clips. */
    void connected(XmlElement item, Rational start) {
        Integer lane = lane(item);
        if (lane != null && ITEMS.contains(item.name())) {
            item(item, new Place(start, start, Rational.ONE, lane), start);
        }
    }

    /** A component of the sound within a picture belongs to it; what has a lane elsewhere is connected. */
    private void connected(XmlElement carrier, Place local) {
        boolean component = carrier.is("video") || carrier.is("audio");
        for (XmlElement child : carrier.children()) {
            Integer lane = lane(child);
            if (lane == null && carrier.is("clip") && (child.is("video") || child.is("audio"))) {
                inside(child, local);
            } else if (lane != null && ITEMS.contains(child.name()) && !(component && child.is("audio"))) {
                Place place = new Place(local.record(), local.local(), local.scale(), lane);
                item(child, place, local.record());
            }
        }
    }

    /** Markers and connected clips may hang on the media within a clip. */
    private void inside(XmlElement media, Place local) {
        Rational offset = FcpxmlTime.of(media.attribute("offset"));
        Rational start = clips.start(media);
        Place within = new Place(local.of(offset == null ? local.local() : offset), start, local.scale(), local.lane());
        connected(media, within);
    }

    private static @Nullable Integer lane(XmlElement item) {
        String told = item.attribute("lane");
        return told != null && told.matches("-?\\d{1,6}") ? Integer.valueOf(told) : null;
    }

    private void markers(XmlElement clip, Place local, String name, Rational in, Rational out) {
        for (XmlElement child : clip.children()) {
            Rational start = MARKERS.contains(child.name()) ? FcpxmlTime.of(child.attribute("start")) : null;
            if (start != null) {
                Rational at = local.of(start);
                Rational duration = FcpxmlTime.of(child.attribute("duration"));
                markers.add(new ForeignMarker(
                        child.attribute("value", ""),
                        child.attribute("note", ""),
                        "",
                        at,
                        duration == null ? Rational.ZERO : duration,
                        name,
                        at.isLessThan(in) || !at.isLessThan(out)));
            }
        }
    }

    private void checkGrid(ForeignClip clip, int lane, XmlElement element) {
        if (rate == null || lane != 0) {
            return;
        }
        Rational frames = clip.recordOut().times(rate.perSecond());
        if (!frames.isWhole()) {
            Rational by = frames.minus(Rational.of(frames.nearest())).abs().dividedBy(rate.perSecond());
            findings.warn(ReadingProblems.offGrid(clips.where(element), by.toString()));
        }
    }

    ForeignTimeline timeline(String name, boolean drop, Rational start) {
        return new ForeignTimeline(
                name, rate, drop, start, last.minus(start).max(Rational.ZERO), lanes.tracks(), List.copyOf(markers));
    }
}
