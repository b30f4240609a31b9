package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.GeneratedMedia;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Multicam;
import backbeat.engine.timeline.SourceMedia;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resources of an FCPXML document: formats, files, effects, compound clips and multicams, each with its id. */
final class FcpxmlCatalogue {
    /** Titles, generators and transitions are files of Final Cut; these come with every copy of it. */
    private enum Effect {
        TITLE("Basic Title", ".../Titles.localized/Bumper:Opener.localized/Basic Title.localized/Basic Title.moti"),
        GENERATOR("Custom", ".../Generators.localized/Solids.localized/Custom.localized/Custom.motn"),
        DISSOLVE("Cross Dissolve", "FxPlug:4731E73A-8DAC-4113-9A30-AE85B1761265"),
        SOUND("Audio Crossfade", "FFAudioTransition");

        private final String spoken;
        private final String uid;

        Effect(String spoken, String uid) {
            this.spoken = spoken;
            this.uid = uid;
        }
    }

    private record PictureForm(Rate rate, int width, int height) {}

    private final Timeline timeline;
    private final Form.Target target;
    private final MediaFiles files;
    private final Map<PictureForm, String> formats = new LinkedHashMap<>();
    private final Map<MediaFile, String> assets = new LinkedHashMap<>();
    private final Map<Effect, String> effects = new LinkedHashMap<>();
    private final Map<Object, String> media = new LinkedHashMap<>();
    private int ids;

    FcpxmlCatalogue(Timeline timeline, Form.Target target) {
        this.target = target;
        this.timeline = timeline;
        this.files = MediaFiles.of(timeline);
        formats.put(form(timeline), nextId());
        files.all().values().forEach(file -> {
            if (file.rate() != null) {
                formats.computeIfAbsent(form(file, file.rate()), _ -> nextId());
            }
        });
        files.all().values().forEach(file -> assets.computeIfAbsent(file, _ -> nextId()));
        collect(timeline);
    }

    private String nextId() {
        return "r" + ++ids;
    }

    private static PictureForm form(Timeline timeline) {
        return new PictureForm(timeline.rate(), timeline.width(), timeline.height());
    }

    private PictureForm form(MediaFile file, Rate rate) {
        boolean known = file.shape().width() > 0;
        return new PictureForm(
                rate,
                known ? file.shape().width() : timeline.width(),
                known ? file.shape().height() : timeline.height());
    }

    private void collect(Timeline of) {
        formats.computeIfAbsent(form(of), _ -> nextId());
        for (Track track : of.tracks()) {
            track.items().forEach(item -> collect(item, track.kind()));
        }
    }

    private void collect(Item item, Track.Kind kind) {
        switch (item) {
            case Item.Transition transition ->
                effects.computeIfAbsent(kind == Track.Kind.AUDIO ? Effect.SOUND : Effect.DISSOLVE, _ -> nextId());
            case Item.Nested nested -> {
                collect(nested.content());
                media.computeIfAbsent(nested.content(), _ -> nextId());
            }
            case Item.ClipItem clip
            when clip.media() instanceof GeneratedMedia made -> effects.computeIfAbsent(kind(made), _ -> nextId());
            case Item.ClipItem clip
            when clip.media() instanceof Multicam multicam -> {
                multicam.angles().forEach(angle -> angle.items().forEach(inside -> collect(inside, kind)));
                media.computeIfAbsent(shared(multicam), _ -> nextId());
            }
            case Item other -> {}
        }
    }

    private static Effect kind(GeneratedMedia made) {
        return made.kind() == GeneratedMedia.Kind.TITLE || made.kind() == GeneratedMedia.Kind.CAPTION
                ? Effect.TITLE
                : Effect.GENERATOR;
    }

    /** Clips that choose other angles share their multicam. */
    private static Multicam shared(Multicam multicam) {
        return multicam.choosing("", "");
    }

    void write(Xml xml, FcpxmlStoryline storyline) {
        formats.forEach((form, id) -> xml.empty(
                "format",
                "id",
                id,
                "frameDuration",
                FcpxmlWriter.time(form.rate.frameDuration()),
                "width",
                form.width,
                "height",
                form.height));
        assets.forEach((file, id) -> asset(xml, file, id));
        effects.forEach((effect, id) -> xml.empty("effect", "id", id, "name", effect.spoken, "uid", effect.uid));
        media.forEach((what, id) -> {
            if (what instanceof Timeline content) {
                xml.open("media", "id", id, "name", content.name());
                compound(xml, content, storyline);
            } else if (what instanceof Multicam multicam) {
                xml.open("media", "id", id, "name", multicam.name());
                multicam(xml, multicam, storyline);
            }
            xml.close();
        });
    }

    private void compound(Xml xml, Timeline content, FcpxmlStoryline storyline) {
        xml.open(
                "sequence",
                "format",
                formats.get(form(content)),
                "duration",
                FcpxmlWriter.time(content.duration()),
                "tcStart",
                FcpxmlWriter.time(content.start().seconds()),
                "tcFormat",
                content.start().dropFrame() ? "DF" : "NDF");
        storyline.spine(content, content.start().seconds());
        xml.close();
    }

    private static void multicam(Xml xml, Multicam multicam, FcpxmlStoryline storyline) {
        xml.open("multicam", "format", "r1", "tcStart", "0s", "tcFormat", "NDF");
        for (int i = 0; i < multicam.angles().size(); i++) {
            Multicam.Angle angle = multicam.angles().get(i);
            xml.open("mc-angle", "name", angle.name(), "angleID", angleId(i));
            storyline.angle(angle.items());
            xml.close();
        }
        xml.close();
    }

    static String angleId(int index) {
        return "angle-" + (index + 1);
    }

    private void asset(Xml xml, MediaFile file, String id) {
        Rate rate = file.rate();
        MediaFile.Shape shape = file.shape();
        boolean picture = rate != null || shape.picture();
        boolean sound = shape.sound();
        xml.open(
                "asset",
                "id",
                id,
                "name",
                linkName(file.name(), file),
                "start",
                FcpxmlWriter.time(file.start()),
                "duration",
                FcpxmlWriter.time(wholeLength(file)),
                "hasVideo",
                picture ? 1 : null,
                "format",
                rate == null ? null : formats.get(form(file, rate)),
                "videoSources",
                picture ? 1 : null,
                "hasAudio",
                sound ? 1 : null,
                "audioSources",
                sound ? 1 : null,
                "audioChannels",
                sound ? shape.channels() : null,
                "audioRate",
                sound ? shape.sampleRate() : null);
        String src = file.url().isEmpty() ? MediaUrl.ofName(file.name()) : file.url();
        xml.empty("media-rep", "kind", "original-media", "src", src);
        xml.close();
    }

    /** Whole frames only: Final Cut refuses edits that reach past them. */
    static Rational wholeLength(MediaFile file) {
        Rate rate = file.rate();
        return rate != null && file.lengthKnown() ? rate.timeOf(rate.frameOfDecimal(file.length())) : file.length();
    }

    /** Resolve reads loudness as a bare number only. */
    boolean bareVolumes() {
        return target == Form.Target.RESOLVE;
    }

    /** Resolve looks for media by the name of the clip, with its ending. */
    String linkName(String name, MediaFile file) {
        String path = MediaUrl.path(file.url());
        String ofFile = path.substring(path.lastIndexOf('/') + 1);
        return target == Form.Target.RESOLVE && ofFile.contains(".") ? ofFile : name;
    }

    boolean isOfTimeline(Rate rate) {
        return rate.equals(timeline.rate());
    }

    Rational frame() {
        return timeline.rate().frameDuration();
    }

    /** Width of the picture in heights. */
    double aspect() {
        return (double) timeline.width() / timeline.height();
    }

    /** Null for what is generated. */
    @Nullable
    MediaFile file(SourceMedia of) {
        return files.find(of);
    }

    @Nullable
    String asset(MediaFile file) {
        return assets.get(file);
    }

    @Nullable
    String format(MediaFile file) {
        return file.rate() == null ? "r1" : formats.get(form(file, file.rate()));
    }

    @Nullable
    String effect(GeneratedMedia made) {
        return effects.get(kind(made));
    }

    @Nullable
    String transition(boolean sound) {
        return effects.get(sound ? Effect.SOUND : Effect.DISSOLVE);
    }

    @Nullable
    String media(Timeline content) {
        return media.get(content);
    }

    @Nullable
    String media(Multicam multicam) {
        return media.get(shared(multicam));
    }
}
