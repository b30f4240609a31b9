package backbeat.engine.interchange;

import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one clip of an xmeml track is, and which part of its media it shows. Its place on the timeline is trusted more than its in- and out-points. */
final class PremiereClips {
    private static final Rational TICKS_A_SECOND = Rational.of(254_016_000_000L);
    private static final Set<String> UNDERSTOOD = Set.of(
            "name",
            "enabled",
            "duration",
            "rate",
            "start",
            "end",
            "in",
            "out",
            "file",
            "sequence",
            "marker",
            "link",
            "sourcetrack",
            "masterclipid",
            "ismasterclip",
            "pproTicksIn",
            "pproTicksOut",
            "timecode",
            "media",
            "effect");
    private static final Rational HUNDREDTH = Rational.of(1, 100);

    /**
     * In frames of the sequence.
     *
     * @param length on the timeline, from cut to cut
     * @param handleIn what is lent to a transition before the cut
     */
    record Edges(Rational length, Rational handleIn, Rational handleOut) {}

    private final PremiereResources resources;
    private final PremiereContents contents;
    private final Rate rate;
    private final ReadingFindings findings;

    PremiereClips(PremiereResources resources, PremiereContents contents, Rate rate, ReadingFindings findings) {
        this.resources = resources;
        this.contents = contents;
        this.rate = rate;
        this.findings = findings;
    }

    static String where(XmlElement item) {
        return "line " + item.line() + ", clip " + item.text("name", item.attribute("id", ""));
    }

    ForeignClip clip(XmlElement item, Edges edges, Rational in, Rational out, boolean trackEnabled) {
        XmlElement named = item.child("file");
        XmlElement file = named == null ? null : resources.file(named);
        if (named != null && file == null) {
            findings.warn(ReadingProblems.missing(
                    "xmeml/file-undefined", "The file of the clip is not described anywhere.", where(item)));
        }
        boolean enabled = trackEnabled && !item.text("enabled", "TRUE").equalsIgnoreCase("FALSE");
        ForeignClip.Draft draft = new ForeignClip.Draft(item.text("name", ""), in, out)
                .kind(kind(item, file))
                .enabled(enabled)
                .foreign(new ForeignRest(findings)
                        .add("xmeml/children", item.rest(PremiereClips::isUnderstood))
                        .told())
                .file(file == null ? null : file.text("pathurl"))
                .reel(file == null ? null : file.text("timecode/reel/name"));
        Rate clipRate = PremiereNumbers.rate(item, rate);
        Rate mediaRate = file == null ? clipRate : PremiereNumbers.rate(file, clipRate);
        draft.sourceRate(clipRate);
        if (!mediaRate.equals(rate) || !clipRate.equals(rate)) {
            Rate other = clipRate.equals(rate) ? mediaRate : clipRate;
            findings.warn(ReadingProblems.mixedRates(where(item), other.spoken(), rate.spoken()));
        }
        speedAndSource(item, file, clipRate, edges, out.minus(in), draft);
        contents.into(draft, item);
        Rational first = PremiereNumbers.number(item.text("in"));
        if (first != null && item.child("marker") != null) {
            Rational handle = edges.handleIn().dividedBy(rate.perSecond());
            Rational zero = in.minus(first.dividedBy(clipRate.perSecond())).minus(handle);
            draft.markers(PremiereMarkers.of(item, clipRate, zero, item.text("name", "")));
        }
        return draft.clip();
    }

    /** What is told in other words, or names other parts of the same file. */
    private static boolean isUnderstood(XmlElement child) {
        boolean isSpeed =
                child.is("filter") && child.text("effect/effectid", "").equals("timeremap");
        return isSpeed || UNDERSTOOD.contains(child.name());
    }

    private static ForeignClip.Kind kind(XmlElement item, @Nullable XmlElement file) {
        if (item.child("sequence") != null) {
            return ForeignClip.Kind.NESTED;
        }
        boolean made = file != null && file.child("mediaSource") != null && file.child("pathurl") == null;
        return item.is("generatoritem") || made ? ForeignClip.Kind.GENERATOR : ForeignClip.Kind.CLIP;
    }

    private void speedAndSource(
            XmlElement item,
            @Nullable XmlElement file,
            Rate clipRate,
            Edges edges,
            Rational duration,
            ForeignClip.Draft draft) {
        XmlElement remap = timeRemap(item);
        Rational speed = remap == null ? Rational.ONE : speed(remap);
        if (speed == null) {
            draft.variableSpeed();
        } else {
            draft.speed(speed);
        }
        if (speed == null || !speed.equals(Rational.ONE)) {
            findings.note(ReadingProblems.speedSource(where(item)));
            return;
        }
        Rational in = mediaIn(item, clipRate, edges);
        if (in == null) {
            return;
        }
        draft.media(in, in.plus(duration));
        Rational label = file == null ? null : label(file, clipRate);
        if (label != null) {
            draft.source(in.plus(label), in.plus(label).plus(duration));
        }
    }

    private static @Nullable XmlElement timeRemap(XmlElement item) {
        return item.children("filter")
                .flatMap(filter -> filter.children("effect"))
                .filter(effect -> effect.text("effectid", "").equals("timeremap"))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Rational speed(XmlElement remap) {
        if (parameter(remap, "variablespeed", "0").matches("1(\\.0*)?|(?i:TRUE)")) {
            return null;
        }
        Rational percent = PremiereNumbers.number(parameter(remap, "speed", "100"));
        boolean reverse =
                parameter(remap, "reverse", "FALSE").toUpperCase(Locale.ROOT).equals("TRUE");
        Rational speed = percent == null ? Rational.ONE : percent.times(HUNDREDTH);
        return reverse ? speed.negated() : speed;
    }

    private static String parameter(XmlElement effect, String id, String otherwise) {
        return effect.children("parameter")
                .filter(parameter -> parameter.text("parameterid", "").equals(id))
                .map(parameter -> parameter.text("value", otherwise))
                .findFirst()
                .orElse(otherwise);
    }

    /** Seconds from the first frame of the file; Premiere's own ticks are surest. */
    private @Nullable Rational mediaIn(XmlElement item, Rate clipRate, Edges edges) {
        Rational in = PremiereNumbers.number(item.text("in"));
        Rational out = PremiereNumbers.number(item.text("out"));
        if (in == null) {
            return null;
        }
        Rational handle = edges.handleIn().dividedBy(rate.perSecond());
        Rational ticks = PremiereNumbers.number(item.text("pproTicksIn"));
        if (!clipRate.equals(rate) && ticks != null) {
            return ticks.dividedBy(TICKS_A_SECOND).plus(handle);
        }
        Rational whole = edges.length().plus(edges.handleIn()).plus(edges.handleOut());
        if (clipRate.equals(rate) && out != null && !out.minus(in).equals(whole)) {
            long source = out.minus(in).nearest();
            findings.warn(
                    ReadingProblems.lengthMismatch("xmeml/length-mismatch", where(item), source, whole.nearest()));
        }
        return in.dividedBy(clipRate.perSecond()).plus(handle);
    }

    /** Timecode of the file's first frame, in seconds. */
    private static @Nullable Rational label(XmlElement file, Rate clipRate) {
        XmlElement timecode = file.child("timecode");
        Rational frame = timecode == null ? null : PremiereNumbers.number(timecode.text("frame"));
        if (timecode == null || frame == null) {
            return null;
        }
        Rate fileRate = PremiereNumbers.rate(file, clipRate);
        return frame.dividedBy(PremiereNumbers.rate(timecode, fileRate).perSecond());
    }
}
