package backbeat.engine.interchange;

import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import org.jspecify.annotations.Nullable;

/** What one clip of an FCPXML file is, and which part of its media it shows. */
final class FcpxmlClips {
    /**
     * The part of its own time that a clip shows.
     *
     * @param start local time of its first frame
     * @param duration on the timeline
     * @param scale timeline seconds for one local second
     */
    record Extent(Rational start, Rational duration, Rational scale) {}

    private final FcpxmlContents contents;
    private final FcpxmlResources resources;
    private final @Nullable Rate rate;
    private final ReadingFindings findings;

    FcpxmlClips(FcpxmlContents contents, @Nullable Rate rate, ReadingFindings findings) {
        this.contents = contents;
        this.resources = contents.resources();
        this.rate = rate;
        this.findings = findings;
    }

    Extent extent(XmlElement clip) {
        return new Extent(start(clip), duration(clip), scale(clip));
    }

    Rational start(XmlElement clip) {
        Rational told = FcpxmlTime.of(clip.attribute("start"));
        if (told != null) {
            return told;
        }
        FcpxmlResources.Asset asset = usesMedia(clip) ? resources.asset(clip.attribute("ref")) : null;
        return asset == null ? Rational.ZERO : asset.start();
    }

    private static boolean usesMedia(XmlElement clip) {
        return clip.is("asset-clip") || clip.is("video") || clip.is("audio");
    }

    private Rational duration(XmlElement clip) {
        Rational told = FcpxmlTime.of(clip.attribute("duration"));
        if (told == null) {
            FcpxmlResources.Asset asset = resources.asset(clip.attribute("ref"));
            XmlElement sequence = resources.sequence(clip.attribute("ref"));
            told = asset != null
                    ? asset.duration()
                    : sequence == null ? null : FcpxmlTime.of(sequence.attribute("duration"));
        }
        return told == null || told.signum() < 0 ? Rational.ZERO : told;
    }

    private Rational scale(XmlElement clip) {
        XmlElement conform = clip.child("conform-rate");
        if (conform == null
                || rate == null
                || conform.attribute("scaleEnabled", "1").equals("0")) {
            return Rational.ONE;
        }
        Rate media = mediaRate(clip, conform);
        if (media == null) {
            return Rational.ONE;
        }
        ConformRate found = ConformRate.of(media, rate);
        if (found.assumed()) {
            findings.note(ReadingProblems.conformAssumed(where(clip), media.spoken() + " in " + rate.spoken()));
        }
        return found.scale();
    }

    private @Nullable Rate mediaRate(XmlElement clip, XmlElement conform) {
        String told = conform.attribute("srcFrameRate");
        if (told != null) {
            try {
                return Rate.parse(told.contains(".") ? told : told + "/1");
            } catch (IllegalArgumentException | ArithmeticException e) {
                return null;
            }
        }
        FcpxmlResources.Asset asset = resources.asset(media(clip).attribute("ref"));
        return asset == null ? null : asset.rate();
    }

    /** The element that names the media: the clip itself, or the picture or sound that it wraps. */
    private static XmlElement media(XmlElement clip) {
        if (!clip.is("clip")) {
            return clip;
        }
        XmlElement picture = clip.child("video");
        XmlElement sound = clip.child("audio");
        if (picture != null && picture.attribute("lane") == null) {
            return picture;
        }
        return sound != null && sound.attribute("lane") == null ? sound : clip;
    }

    ForeignTrack.Kind kind(XmlElement clip) {
        return switch (clip.name()) {
            case "caption" -> ForeignTrack.Kind.CAPTION;
            case "audio" -> ForeignTrack.Kind.AUDIO;
            case "asset-clip", "clip" -> {
                XmlElement media = media(clip);
                FcpxmlResources.Asset asset = resources.asset(media.attribute("ref"));
                boolean silent = media.is("audio") || (asset != null && !asset.hasVideo()) || onlyAudio(clip);
                yield silent ? ForeignTrack.Kind.AUDIO : ForeignTrack.Kind.VIDEO;
            }
            default -> onlyAudio(clip) ? ForeignTrack.Kind.AUDIO : ForeignTrack.Kind.VIDEO;
        };
    }

    private static boolean onlyAudio(XmlElement clip) {
        return clip.attribute("srcEnable", "all").equals("audio");
    }

    ForeignClip clip(XmlElement element, Extent extent, Rational record, Rational end) {
        ForeignClip.Draft draft = new ForeignClip.Draft(element.attribute("name", ""), record, end)
                .kind(clipKind(element))
                .enabled(!element.attribute("enabled", "1").equals("0"));
        draft.foreign(new ForeignRest(findings)
                .add("fcpxml/children", element.rest(FcpxmlStory::isUnderstood))
                .told());
        if (element.is("mc-clip")) {
            draft.angles(resources.angles(element));
        }
        if (usesMedia(element) || element.is("clip")) {
            showMedia(element, extent, draft);
        } else if (element.is("ref-clip") || element.is("mc-clip")) {
            checkResource(element, element.attribute("ref"));
            contents.into(draft, element, extent.start(), rate);
        } else if (element.is("sync-clip")) {
            contents.into(draft, element, extent.start(), rate);
        }
        return draft.clip();
    }

    private ForeignClip.Kind clipKind(XmlElement clip) {
        return switch (clip.name()) {
            case "title" -> ForeignClip.Kind.TITLE;
            case "caption" -> ForeignClip.Kind.CAPTION;
            case "ref-clip" -> ForeignClip.Kind.COMPOUND;
            case "mc-clip" -> ForeignClip.Kind.MULTICAM;
            case "sync-clip" -> ForeignClip.Kind.SYNC;
            case "live-drawing" -> ForeignClip.Kind.GENERATOR;
            default ->
                resources.isEffect(media(clip).attribute("ref")) ? ForeignClip.Kind.GENERATOR : ForeignClip.Kind.CLIP;
        };
    }

    private void checkResource(XmlElement clip, @Nullable String ref) {
        if (resources.find(ref) == null) {
            findings.warn(ReadingProblems.missing(
                    "fcpxml/missing-resource", "What the clip refers to is not in the file.", where(clip)));
        }
    }

    private void showMedia(XmlElement clip, Extent extent, ForeignClip.Draft draft) {
        XmlElement media = media(clip);
        if (media == clip && clip.is("clip")) {
            return;
        }
        checkResource(clip, media.attribute("ref"));
        FcpxmlResources.Asset asset = resources.asset(media.attribute("ref"));
        if (asset == null) {
            return;
        }
        TimeMap map = TimeMap.of(clip);
        Rational pace = extent.scale().inverse();
        Rational localEnd = extent.start().plus(extent.duration().times(pace));
        Rational shift = media == clip ? Rational.ZERO : start(media).minus(offset(media));
        Rational in = (map == null ? extent.start() : map.at(extent.start())).plus(shift);
        Rational out = (map == null ? localEnd : map.at(localEnd)).plus(shift);
        draft.file(asset.src())
                .sourceRate(asset.rate())
                .source(in, out)
                .media(in.minus(asset.start()), out.minus(asset.start()));
        Rational speed = map == null ? Rational.ONE : map.speed();
        if (speed == null) {
            draft.variableSpeed();
        } else {
            draft.speed(speed.times(pace));
        }
        checkEnd(clip, asset, out.max(in));
    }

    private static Rational offset(XmlElement media) {
        Rational told = FcpxmlTime.of(media.attribute("offset"));
        return told == null ? Rational.ZERO : told;
    }

    private void checkEnd(XmlElement clip, FcpxmlResources.Asset asset, Rational sourceEnd) {
        Rational duration = asset.duration();
        Rate frames = asset.rate() == null ? rate : asset.rate();
        if (duration == null || duration.signum() == 0 || frames == null) {
            return;
        }
        Rational beyond = sourceEnd.minus(asset.start().plus(duration)).times(frames.perSecond());
        if (beyond.isGreaterThan(Rational.of(1, 2))) {
            findings.warn(ReadingProblems.beyondMedia(where(clip), beyond.ceiling()));
        }
    }

    String where(XmlElement clip) {
        return "line " + clip.line() + ", clip " + clip.attribute("name", "without a name");
    }
}
