package backbeat.engine.interchange;

import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the timecode of an edit decision list into frames. The lists do not tell their rate: without one given, the labels are looked at. */
final class EdlClock {
    private static final Pattern LABEL = Pattern.compile("\\d{1,2}[:;.,]\\d{2}[:;.,]\\d{2}[:;.,]\\d{2,3}");

    private final Rate rate;
    private final ReadingFindings findings;

    /** What {@code FCM} said last. */
    private boolean dropFrame;

    private boolean sawDropFrame;

    EdlClock(Rate rate, ReadingFindings findings) {
        this.rate = rate;
        this.findings = findings;
    }

    static boolean isLabel(String word) {
        int length = word.length();
        return length >= 10
                && length <= 12
                && Character.isDigit(word.charAt(0))
                && LABEL.matcher(word).matches();
    }

    Rate rate() {
        return rate;
    }

    boolean sawDropFrame() {
        return sawDropFrame;
    }

    void mode(String fcm) {
        String mode = fcm.toUpperCase(Locale.ROOT);
        dropFrame = mode.contains("DROP") && !mode.contains("NON");
        sawDropFrame |= dropFrame && rate.canDropFrame();
    }

    /** The same for lines that mark what counts as drop frame. */
    EdlClock marked() {
        sawDropFrame |= rate.canDropFrame();
        return new EdlClock(rate, findings);
    }

    Rational timeOf(long frame) {
        return rate.timeOf(frame);
    }

    /** Frames from 00:00:00:00. */
    long frame(String label, String where) {
        int[] parts = new int[4];
        int part = 0;
        boolean semicolon = false;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (c >= '0' && c <= '9') {
                parts[part] = parts[part] * 10 + (c - '0');
            } else {
                part++;
                semicolon |= c == ';';
            }
        }
        boolean drop = (semicolon || dropFrame) && rate.canDropFrame();
        sawDropFrame |= drop;
        return frame(parts, drop, label, where);
    }

    private long frame(int[] hmsf, boolean drop, String label, String where) {
        int nominal = rate.nominal();
        long minutes = hmsf[0] * 60L + hmsf[1];
        long counted = (minutes * 60 + hmsf[2]) * nominal + hmsf[3];
        if (!drop) {
            return counted;
        }
        int left = nominal / 15;
        if (hmsf[2] == 0 && hmsf[3] < left && minutes % 10 != 0) {
            findings.warn(ReadingProblems.droppedTimecode(where, label));
            counted += left - hmsf[3];
        }
        return counted - left * (minutes - minutes / 10);
    }

    /** Later than the other on a clock that begins anew at midnight. */
    long after(long start, long end) {
        long day = Timecode.framesADay(rate.nominal(), dropFrame && rate.canDropFrame());
        return end < start && start - end > day / 2 ? end + day : end;
    }

    /** The given rate, or one that the labels allow, with a finding. */
    static EdlClock of(List<String> lines, @Nullable Rate given, ReadingFindings findings) {
        if (given != null) {
            return new EdlClock(given, findings);
        }
        Rate likely = likely(lines);
        findings.warn(ReadingProblems.rateAssumed(likely.spoken()));
        return new EdlClock(likely, findings);
    }

    private static Rate likely(List<String> lines) {
        boolean drop = false;
        int highest = 0;
        for (String line : lines) {
            drop |= line.startsWith("FCM") && line.contains("DROP") && !line.contains("NON");
            for (String word : EdlEvent.words(line)) {
                if (isLabel(word)) {
                    int end = Math.max(
                            Math.max(word.lastIndexOf(':'), word.lastIndexOf(';')),
                            Math.max(word.lastIndexOf('.'), word.lastIndexOf(',')));
                    highest = Math.max(highest, Integer.parseInt(word.substring(end + 1)));
                    drop |= word.indexOf(';') >= 0;
                }
            }
        }
        return likely(drop, highest);
    }

    private static Rate likely(boolean drop, int highest) {
        if (drop) {
            return highest > 29 ? Rate.FPS_59_94 : Rate.FPS_29_97;
        }
        if (highest < 24) {
            return Rate.FPS_24;
        }
        if (highest < 25) {
            return Rate.FPS_25;
        }
        if (highest < 30) {
            return Rate.FPS_30;
        }
        return highest < 50 ? Rate.FPS_50 : Rate.FPS_60;
    }
}
