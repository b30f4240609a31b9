package backbeat.engine.time;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The label of a frame: hours, minutes, seconds and frames, counted from 00:00:00:00 and wrapping at 24 hours.
 *
 * <p>A label counts frames, not seconds: 01:00:00:00 at 24000/1001 lies 3603.6 s after zero. Drop-frame timecode (SMPTE 12M) leaves out labels, never pictures:
 * the first two of each minute that is no multiple of ten at 29.97, the first four at 59.94, the first eight at 119.88.
 *
 * @param frame frames after midnight, from 0 to a day's frames
 */
public record Timecode(long frame, Rate rate, boolean dropFrame) {
    private static final Pattern LABEL = Pattern.compile("(\\d{1,2}):(\\d{2}):(\\d{2})([:;.,])(\\d{2,3})");

    public Timecode {
        if (dropFrame && !rate.canDropFrame()) {
            throw new IllegalArgumentException(
                    "there is no drop-frame timecode at " + rate.spoken() + " frames a second");
        }
        frame = Math.floorMod(frame, framesADay(rate, dropFrame));
    }

    /**
     * Reads a label; {@code ;}, {@code ,} or {@code .} before the frames means drop frame where the rate has it.
     *
     * @throws IllegalArgumentException for a label that does not exist, with the next one that does
     */
    public static Timecode parse(String label, Rate rate) {
        Matcher matcher = LABEL.matcher(label.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a timecode (hh:mm:ss:ff): \"" + label + "\"");
        }
        boolean drop = !matcher.group(4).equals(":") && rate.canDropFrame();
        return of(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(5)),
                rate,
                drop);
    }

    public static Timecode of(int hours, int minutes, int seconds, int frames, Rate rate, boolean drop) {
        int nominal = rate.nominal();
        if (hours > 23 || minutes > 59 || seconds > 59 || frames >= nominal) {
            throw new IllegalArgumentException(
                    "no such timecode at " + rate.spoken() + ": " + written(hours, minutes, seconds, frames, drop));
        }
        int left = drop ? labelsLeftOut(rate.nominal()) : 0;
        boolean leftOut = left > 0 && seconds == 0 && frames < left && minutes % 10 != 0;
        if (leftOut) {
            throw new IllegalArgumentException("drop-frame timecode has no " + written(hours, minutes, 0, frames, true)
                    + "; the next label is " + written(hours, minutes, 0, left, true));
        }
        long totalMinutes = hours * 60L + minutes;
        long counted = (totalMinutes * 60 + seconds) * nominal + frames;
        return new Timecode(counted - left * (totalMinutes - totalMinutes / 10), rate, drop);
    }

    /** Seconds from 00:00:00:00 to this frame. */
    public Rational seconds() {
        return rate.timeOf(frame);
    }

    public Timecode plusFrames(long frames) {
        return new Timecode(Math.addExact(frame, frames), rate, dropFrame);
    }

    /** {@code 01:02:03:04}, with {@code ;} before the frames when labels are dropped. */
    @Override
    public String toString() {
        int nominal = rate.nominal();
        long label = dropFrame ? frame + skippedBefore(frame) : frame;
        long seconds = label / nominal;
        return written(seconds / 3600, seconds / 60 % 60, seconds % 60, label % nominal, dropFrame);
    }

    private long skippedBefore(long frame) {
        int left = labelsLeftOut(rate.nominal());
        long inTenMinutes = framesInTenMinutes(rate);
        long inMinute = 60L * rate.nominal() - left;
        long rest = frame % inTenMinutes;
        long minutesWithGap = rest < left ? 0 : (rest - left) / inMinute;
        return left * (9 * (frame / inTenMinutes) + minutesWithGap);
    }

    private static long framesADay(Rate rate, boolean drop) {
        return framesADay(rate.nominal(), drop);
    }

    /** Frames from midnight to midnight, after which labels begin anew. */
    public static long framesADay(int nominalRate, boolean dropFrame) {
        return 86_400L * nominalRate - (dropFrame ? 144 * 9L * labelsLeftOut(nominalRate) : 0);
    }

    private static long framesInTenMinutes(Rate rate) {
        return 600L * rate.nominal() - 9L * labelsLeftOut(rate.nominal());
    }

    private static int labelsLeftOut(int nominalRate) {
        return nominalRate / 15;
    }

    private static String written(long h, long m, long s, long f, boolean drop) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d%s%02d", h, m, s, drop ? ";" : ":", f);
    }
}
