package backbeat.engine.take;

import backbeat.engine.footage.Clip;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Timecode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the clocks that a clip's files carry. */
final class ClockReader {
    private static final double STEP_OF_A_SECOND = 0.6;
    private static final double UNSURE_FRAMES = 0.3;
    private static final int DOUBLED_RATE = 47;
    private static final Pattern IN_NAME = Pattern.compile(
            "(?<!\\d)(20\\d{2})-?(\\d{2})-?(\\d{2})[-_ T](\\d{2})[-.]?(\\d{2})[-.]?(\\d{2})(?:\\d{3})?(?!\\d)");

    private ClockReader() {}

    static Map<ClockKind, Reading> readings(Clip clip) {
        Map<ClockKind, Reading> all = new EnumMap<>(ClockKind.class);
        timecode(clip.facts().video()).ifPresent(reading -> all.put(ClockKind.TIMECODE, reading));
        inName(clip.name()).ifPresent(reading -> all.put(ClockKind.NAME, reading));
        Instant created = clip.parts().isEmpty()
                ? clip.facts().created()
                : clip.parts().getFirst().created();
        if (created != null) {
            double seconds = created.toEpochMilli() / 1000.0;
            double length = clip.facts().duration().toDouble();
            all.put(ClockKind.CREATION, new Reading(seconds, STEP_OF_A_SECOND));
            all.put(ClockKind.CREATION_AT_END, new Reading(seconds - length, STEP_OF_A_SECOND));
        }
        return all;
    }

    /** Labels are read as a clock is: at 23.976 an hour of labels is an hour on the camera's clock, though it lasts 3.6 s longer. */
    private static Optional<Reading> timecode(@org.jspecify.annotations.Nullable VideoFacts video) {
        if (video == null || video.timecode() == null) {
            return Optional.empty();
        }
        try {
            Rate rate = video.rate();
            Timecode label = Timecode.parse(video.timecode(), rate);
            double seconds = label.dropFrame() ? label.seconds().toDouble() : (double) label.frame() / rate.nominal();
            if (neverSet(seconds)) {
                return Optional.empty();
            }
            double frame = 1.0 / rate.nominal();
            return Optional.of(new Reading(
                    seconds - video.start().toDouble(), rate.nominal() > DOUBLED_RATE ? UNSURE_FRAMES : frame));
        } catch (IllegalArgumentException notOfThisRate) {
            return Optional.empty();
        }
    }

    /** Counters that nobody set begin at a whole hour. */
    private static boolean neverSet(double seconds) {
        return seconds % 3600 == 0;
    }

    private static Optional<Reading> inName(String name) {
        Matcher matcher = IN_NAME.matcher(name);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int[] parts = new int[6];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Integer.parseInt(matcher.group(i + 1));
        }
        try {
            LocalDateTime time = LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
            return Optional.of(new Reading(time.toEpochSecond(ZoneOffset.UTC), STEP_OF_A_SECOND));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
