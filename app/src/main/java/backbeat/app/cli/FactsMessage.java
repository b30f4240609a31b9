package backbeat.app.cli;

import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.problem.Finding;
import backbeat.engine.time.Rational;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of one file as contract {@code media-facts/1}; rates and times are fractions, written as text. */
record FactsMessage(
        String contract,
        String file,
        String container,
        String duration,
        @Nullable Picture video,
        @Nullable Sound audio,
        List<Told> findings) {

    record Picture(
            String codec,
            int width,
            int height,
            int rotation,
            String pixelAspect,
            String rate,
            long frames,
            boolean variableRate,
            @Nullable String timecode,
            String fieldOrder,
            String pixelFormat,
            VideoFacts.Colour colour) {}

    /** @param start of its first presented sample after the first presented frame; after 0 where there is no picture */
    record Sound(String codec, int streams, int sampleRate, int channels, String start) {}

    record Told(String severity, String code, String what, String where, String cause, String remedy) {
        static Told of(Finding finding) {
            var problem = finding.problem();
            return new Told(
                    finding.severity().name().toLowerCase(java.util.Locale.ROOT),
                    problem.code(),
                    problem.what(),
                    problem.where(),
                    problem.cause(),
                    problem.remedy());
        }
    }

    static FactsMessage of(MediaFacts facts) {
        return new FactsMessage(
                "media-facts/1",
                facts.file().toString(),
                facts.container(),
                facts.duration().toString(),
                picture(facts.video()),
                sound(facts.audio(), facts.video()),
                facts.findings().stream().map(Told::of).toList());
    }

    private static @Nullable Picture picture(@Nullable VideoFacts video) {
        return video == null
                ? null
                : new Picture(
                        video.codec(),
                        video.width(),
                        video.height(),
                        video.rotation(),
                        video.pixelAspect().toString(),
                        video.rate().toString(),
                        video.frames(),
                        video.variableRate(),
                        video.timecode(),
                        video.fieldOrder(),
                        video.pixelFormat(),
                        video.colour());
    }

    private static @Nullable Sound sound(@Nullable AudioFacts audio, @Nullable VideoFacts video) {
        if (audio == null) {
            return null;
        }
        Rational zero = video == null ? Rational.ZERO : video.start();
        return new Sound(
                audio.codec(),
                audio.streams(),
                audio.sampleRate(),
                audio.channels(),
                audio.start().minus(zero).toString());
    }
}
