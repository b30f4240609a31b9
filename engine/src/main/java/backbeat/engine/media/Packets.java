package backbeat.engine.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The times of all packets of one stream, in units of its time base: what is really in a file, whatever its headers say. A packet that an edit list hides is
 * counted but not presented.
 */
final class Packets {
    /** A day at 120 frames a second; more is no clip. */
    private static final int MAX_PRESENTED = 11_000_000;

    private long[] times = new long[1024];
    private final BitSet keys = new BitSet();
    private int presented;
    private long hidden;
    private long end = Long.MIN_VALUE;
    private long begin = Long.MAX_VALUE;
    private boolean tooMany;

    /** Reads lines of {@code stream,pts,dts,duration,flags}; returns the packets of the wanted streams, in their order. */
    static Packets[] read(BufferedReader lines, int... streams) throws IOException {
        Packets[] all = new Packets[streams.length];
        Arrays.setAll(all, i -> new Packets());
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] fields = line.split(",", -1);
            for (int i = 0; i < streams.length && fields.length >= 5; i++) {
                if (fields[0].equals(Integer.toString(streams[i]))) {
                    all[i].add(fields);
                }
            }
        }
        for (Packets packets : all) {
            packets.sort();
        }
        return all;
    }

    private void add(String[] fields) {
        long time = number(fields[1], number(fields[2], Long.MIN_VALUE));
        if (fields[4].contains("D")) {
            hidden++;
        } else if (time != Long.MIN_VALUE) {
            add(time, Math.max(0, number(fields[3], 0)), fields[4].startsWith("K"));
        }
    }

    private void add(long time, long duration, boolean key) {
        if (presented == MAX_PRESENTED) {
            tooMany = true;
            return;
        }
        if (presented == times.length) {
            times = Arrays.copyOf(times, 2 * presented);
        }
        keys.set(presented, key);
        times[presented++] = time;
        begin = Math.min(begin, time);
        end = Math.max(end, time + duration);
    }

    private static long number(String text, long otherwise) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notAvailable) {
            return otherwise;
        }
    }

    /** From the order of decoding to the order of showing; two packets of one time are one frame. */
    private void sort() {
        long[] keyTimes = keys.stream().mapToLong(i -> times[i]).toArray();
        times = Arrays.stream(times, 0, presented).sorted().distinct().toArray();
        presented = times.length;
        keys.clear();
        for (long time : keyTimes) {
            keys.set(Arrays.binarySearch(times, time));
        }
    }

    boolean isEmpty() {
        return presented == 0;
    }

    boolean tooMany() {
        return tooMany;
    }

    int presented() {
        return presented;
    }

    long hidden() {
        return hidden;
    }

    /** In order of presentation. */
    long time(int frame) {
        return times[frame];
    }

    long begin() {
        return begin;
    }

    /** When the last packet's duration is over; as long as its time when it tells none. */
    long end() {
        return end;
    }

    /** Steps from packet to packet, sorted; at least one. */
    long medianStep() {
        long[] steps = new long[Math.max(1, presented - 1)];
        for (int i = 1; i < presented; i++) {
            steps[i - 1] = times[i] - times[i - 1];
        }
        Arrays.sort(steps);
        return Math.max(1, steps[steps.length / 2]);
    }

    /** Frames from key frame to key frame at the median; 0 when there is only one key frame. */
    int keyframeSpacing() {
        int[] at = keys.stream().toArray();
        int[] spaces = new int[Math.max(0, at.length - 1)];
        Arrays.setAll(spaces, i -> at[i + 1] - at[i]);
        Arrays.sort(spaces);
        return spaces.length == 0 ? 0 : spaces[spaces.length / 2];
    }
}
