package backbeat.engine.footage;

import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which files are one recording that the camera had to break off for the file system's sake.
 *
 * <p>GoPro counts chapters in the name ({@code GX010042}, {@code GX020042}; older {@code GOPR0042}, {@code GP010042}), RED in the last three digits. AVCHD says
 * it by no name: there the time stamps go on where the part before ended. Sony and Canon film cards count parts in the name too; where an ordinary clip was broken
 * off, the part before fills the limit of about 2 or 4 GB and the timecode goes on.
 */
final class SpannedClips {
    private static final Pattern GOPRO = Pattern.compile("(G[HXS])(\\d\\d)(\\d{4})\\.(?:MP4|360)");
    private static final Pattern OLD_GOPRO = Pattern.compile("G(?:OPR|P(\\d\\d))(\\d{4})\\.MP4");
    private static final Pattern RED = Pattern.compile("(.+)_(\\d{3})\\.R3D");
    private static final Pattern SONY_EX = Pattern.compile("(\\d{3}_\\d{4})_(\\d\\d)\\.MP4");
    private static final Pattern CANON_XF = Pattern.compile("([A-Z]{2}\\d{4})(\\d\\d)\\.MXF");
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d+)\\.(MP4|MOV|MXF)");
    private static final Pattern TRANSPORT_STREAM = Pattern.compile("(.*?)(\\d+)\\.(M2TS|MTS)");

    private static final long TWO_GIGABYTES = 2_000_000_000L;
    private static final long FOUR_GIGABYTES = 4_000_000_000L;
    private static final double LIMIT_TOLERANCE = 0.1;
    private static final Rational GAP_SECONDS = Rational.of(1, 8);

    private SpannedClips() {}

    /**
     * The place of a file in a recording that its name tells.
     *
     * @param recording the same for all its parts
     * @param number of the part; parts follow each other in steps of one
     */
    record Part(String recording, int number) {}

    /** @param folder where the file lies */
    static Optional<Part> byName(String folder, String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        Matcher gopro = GOPRO.matcher(upper);
        if (gopro.matches()) {
            return Optional.of(new Part(folder + "/" + gopro.group(1) + gopro.group(3), number(gopro.group(2))));
        }
        Matcher old = OLD_GOPRO.matcher(upper);
        if (old.matches()) {
            String chapter = old.group(1);
            return Optional.of(new Part(folder + "/GOPR" + old.group(2), chapter == null ? 0 : number(chapter)));
        }
        Matcher sony = SONY_EX.matcher(upper);
        if (sony.matches()) { // each part lies in a folder of its own
            return Optional.of(new Part(parentOf(folder) + "/" + sony.group(1), number(sony.group(2))));
        }
        return byName(RED, folder, upper).or(() -> byName(CANON_XF, folder, upper));
    }

    private static Optional<Part> byName(Pattern form, String folder, String upper) {
        Matcher matcher = form.matcher(upper);
        return matcher.matches()
                ? Optional.of(new Part(folder + "/" + matcher.group(1), number(matcher.group(2))))
                : Optional.empty();
    }

    private static String parentOf(String folder) {
        return folder.substring(0, Math.max(0, Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('\\'))));
    }

    /** Whether the second name is the first counted on by one, in AVCHD's way. */
    static boolean isNextStream(String name, String next) {
        return isCountedOn(TRANSPORT_STREAM, name, next);
    }

    /** Whether the second name is the first counted on by one. */
    static boolean isNextNumbered(String name, String next) {
        return isCountedOn(NUMBERED, name, next);
    }

    private static boolean isCountedOn(Pattern form, String name, String next) {
        Matcher a = form.matcher(name.toUpperCase(Locale.ROOT));
        Matcher b = form.matcher(next.toUpperCase(Locale.ROOT));
        return a.matches()
                && b.matches()
                && a.group(1).equals(b.group(1))
                && a.group(3).equals(b.group(3))
                && a.group(2).length() <= 9
                && b.group(2).length() <= 9
                && number(b.group(2)) == number(a.group(2)) + 1;
    }

    /** Whether the second transport stream's time stamps go on from the first one's end; a camera begins every recording at the same time. */
    static boolean continues(MediaFacts before, MediaFacts next) {
        Rational gap =
                next.start().minus(before.start().plus(before.duration())).abs();
        return gap.isLessThan(GAP_SECONDS) && looksAlike(before, next);
    }

    /**
     * Whether a clip was broken off at its size limit and the next one's timecode goes on from its end. The timecode alone says nothing: most cameras count it on from
     * clip to clip.
     */
    static boolean continuesByTimecode(long bytesBefore, MediaFacts before, MediaFacts next) {
        VideoFacts a = before.video();
        VideoFacts b = next.video();
        if (a == null || b == null || a.timecode() == null || b.timecode() == null || a.variableRate()) {
            return false;
        }
        return fillsLimit(bytesBefore) && looksAlike(before, next) && isCountedOn(a, a.timecode(), b.timecode());
    }

    private static boolean isCountedOn(VideoFacts before, String from, String to) {
        try {
            Timecode end = Timecode.parse(from, before.rate()).plusFrames(before.frames());
            return Math.abs(Timecode.parse(to, before.rate()).frame() - end.frame()) <= 1;
        } catch (IllegalArgumentException notATimecode) {
            return false;
        }
    }

    private static boolean fillsLimit(long bytes) {
        return isNear(bytes, TWO_GIGABYTES) || isNear(bytes, FOUR_GIGABYTES);
    }

    private static boolean isNear(long bytes, long limit) {
        return Math.abs(bytes - limit) < limit * LIMIT_TOLERANCE;
    }

    /** Parts are joined without decoding: they must have been written by one recorder in one setting. */
    static boolean looksAlike(MediaFacts a, MediaFacts b) {
        return pictureForm(a.video()).equals(pictureForm(b.video()))
                && soundForm(a).equals(soundForm(b));
    }

    private static String pictureForm(@Nullable VideoFacts video) {
        return video == null
                ? ""
                : String.join(
                        " ",
                        video.codec(),
                        video.width() + "x" + video.height(),
                        Integer.toString(video.rate().nominal()),
                        video.pixelFormat());
    }

    private static String soundForm(MediaFacts facts) {
        return facts.audio() == null
                ? ""
                : facts.audio().codec() + " " + facts.audio().sampleRate() + " "
                        + facts.audio().channels();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
