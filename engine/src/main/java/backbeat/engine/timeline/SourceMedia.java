package backbeat.engine.timeline;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a clip shows or sounds: a file here, media that another program told of, something generated, or several cameras as one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "media")
public sealed interface SourceMedia permits MediaReference, OfflineMedia, GeneratedMedia, Multicam {
    String name();

    /** Clip time of its first picture in seconds. */
    Rational start();

    /** Seconds from there; null where nobody told. */
    @Nullable
    Rational duration();

    /** Of its picture; null for sound alone, and where nobody told. */
    @Nullable
    Rate rate();
}
