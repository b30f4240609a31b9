package backbeat.engine.songfile;

import backbeat.engine.song.Correction;
import backbeat.engine.song.Metres;
import backbeat.engine.song.SongMap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A standard MIDI file, type 1: a conductor track with tempo, metre and section markers, and a track with the beats as notes of the drum channel.
 *
 * <p>A sequencer's time begins with its first bar, a song's first bar a little after its file does: so a lead-in, a bar of a length that suits, fills the time up to
 * the first downbeat. The tempo stays as long as one tempo meets all beats within a few milliseconds; so music made to a click has one tempo, and a band has those it
 * played. Where beats are known exactly they are met within one.
 */
final class MidiWriter {
    static final int TICKS_A_QUARTER = 960;
    /** Bars before the marker of this name are lead-in. */
    static final String FIRST_BAR = "bar 1";

    private static final double NEAR_SECONDS = 0.005;
    private static final double EXACT_SECONDS = 0.001;
    private static final int NOTE_ONE = 76;
    private static final int NOTE_OTHER = 77;
    private static final int DRUMS = 9;

    private static final class Event {
        private final long tick;
        private final int order;
        private final byte[] bytes;

        Event(long tick, int order, byte[] bytes) {
            this.tick = tick;
            this.order = order;
            this.bytes = bytes;
        }
    }

    private final SongMap map;
    private final String title;
    private final double tolerance;
    private final List<Event> conductor = new ArrayList<>();
    private final List<Event> notes = new ArrayList<>();
    /** Tick and song time of every place that tempo has to meet. */
    private final List<double[]> places = new ArrayList<>();

    MidiWriter(SongMap map, String title) {
        this.map = map;
        this.title = title;
        boolean exact = map.corrections().stream()
                .anyMatch(said -> said instanceof Correction.Tempo || said instanceof Correction.TempoMap);
        tolerance = exact ? EXACT_SECONDS : NEAR_SECONDS;
    }

    byte[] bytes() {
        conductor.add(text(0, 3, title));
        notes.add(text(0, 3, "Beats"));
        long end = bars(leadIn());
        tempos();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        chunk(out, "MThd", new byte[] {0, 1, 0, 2, (byte) (TICKS_A_QUARTER >> 8), (byte) TICKS_A_QUARTER});
        chunk(out, "MTrk", track(conductor, end));
        chunk(out, "MTrk", track(notes, end));
        return out.toByteArray();
    }

    /** @return tick of the first downbeat */
    private long leadIn() {
        double seconds = map.bars().getFirst().start();
        places.add(new double[] {0, 0});
        if (seconds < EXACT_SECONDS) {
            return 0;
        }
        double quarter = quarterSeconds();
        double quarters = seconds / quarter;
        int unit = 4;
        while (quarters * unit / 4 < 0.75 && unit < 32) {
            unit *= 2;
        }
        long units = Math.clamp(Math.round(quarters * unit / 4), 1, 16);
        if (quarters <= 16) {
            conductor.add(metre(0, (int) units, unit));
            return units * 4 * TICKS_A_QUARTER / unit;
        }
        // Longer: whole bars of the song's own metre.
        String first = map.bars().getFirst().metre();
        double bar = Metres.beats(first) * Metres.quarters(first);
        conductor.add(metre(0, first));
        return Math.round(Math.round(quarters / bar) * bar * TICKS_A_QUARTER);
    }

    private double quarterSeconds() {
        SongMap.Bar bar = map.bars().getFirst();
        double beats = Math.max(1, bar.beats());
        return Math.max(0.05, (bar.end() - bar.start()) / beats / Metres.quarters(bar.metre()));
    }

    private long bars(long firstDownbeat) {
        long tick = firstDownbeat;
        String before = "";
        conductor.add(text(tick, 6, FIRST_BAR));
        for (SongMap.Bar bar : map.bars()) {
            List<SongMap.Beat> beats = map.beats().stream()
                    .filter(beat -> beat.bar() == bar.index())
                    .toList();
            long beatTicks = Math.round(Metres.quarters(bar.metre()) * TICKS_A_QUARTER);
            boolean last = bar.equals(map.bars().getLast());
            int count = last ? Math.max(beats.size(), Metres.beats(bar.metre())) : Math.max(1, beats.size());
            String name = count == Metres.beats(bar.metre()) ? bar.metre() : count + "/" + unit(bar.metre());
            if (!name.equals(before)) {
                conductor.add(metre(tick, name));
                before = name;
            }
            sections(bar, tick);
            for (int i = 0; i < beats.size(); i++) {
                long at = tick + i * beatTicks;
                places.add(new double[] {at, beats.get(i).time()});
                note(at, beats.get(i).beat() == 1);
            }
            tick += count * beatTicks;
        }
        places.add(new double[] {tick, map.bars().getLast().end()});
        return tick;
    }

    private static String unit(String metre) {
        double quarters = Metres.quarters(metre);
        // A dotted quarter has no number of its own: a bar of 6/8 that was cut short is written in quarters and sounds
        // as long.
        return quarters == 1.5 ? "4" : metre.substring(metre.indexOf('/') + 1);
    }

    private void sections(SongMap.Bar bar, long tick) {
        map.sections().stream()
                .filter(section -> section.firstBar() == bar.index())
                .forEach(section -> conductor.add(text(tick, 6, SongMarkers.name(section))));
    }

    private void note(long tick, boolean one) {
        byte note = (byte) (one ? NOTE_ONE : NOTE_OTHER);
        notes.add(new Event(tick, 2, new byte[] {(byte) (0x90 | DRUMS), note, (byte) (one ? 120 : 90)}));
        notes.add(new Event(tick + TICKS_A_QUARTER / 8, 1, new byte[] {(byte) (0x80 | DRUMS), note, 0}));
    }

    /** The lead-in's tempo is no tempo of the music; from there on the longest stretches that one tempo meets. */
    private void tempos() {
        double time = 0;
        int from = 0;
        int last = 0;
        while (from + 1 < places.size()) {
            boolean leadIn = from == 0 && map.bars().getFirst().start() >= EXACT_SECONDS;
            int to = leadIn ? 1 : reach(from, time);
            double quarters = (places.get(to)[0] - places.get(from)[0]) / TICKS_A_QUARTER;
            int micros = leadIn ? micros(places.get(to)[1] / quarters * 1e6) : meeting(from, to, time);
            if (micros != last) {
                conductor.add(tempo((long) places.get(from)[0], micros));
                last = micros;
            }
            time += quarters * micros / 1e6;
            from = to;
        }
    }

    /** Last place that one tempo meets together with all before it: the corridor of tempi shrinks from place to place until it is empty. */
    private int reach(int from, double time) {
        double low = 1;
        double high = 0xFFFFFF;
        int to = from + 1;
        while (to < places.size()) {
            low = Math.max(low, micros(from, to, time + tolerance));
            high = Math.min(high, micros(from, to, time - tolerance));
            if (Math.ceil(low) > Math.floor(high)) {
                break;
            }
            to++;
        }
        return Math.max(from + 1, to - 1);
    }

    private int meeting(int from, int to, double time) {
        double low = 1;
        double high = 0xFFFFFF;
        for (int place = from + 1; place <= to; place++) {
            low = Math.max(low, micros(from, place, time + tolerance));
            high = Math.min(high, micros(from, place, time - tolerance));
        }
        return micros((low + high) / 2);
    }

    /** Microseconds a quarter by which a place is reached from another one that sounds at a time. */
    private double micros(int from, int to, double time) {
        double quarters = Math.max(1e-6, (places.get(to)[0] - places.get(from)[0]) / TICKS_A_QUARTER);
        return (places.get(to)[1] - time) / quarters * 1e6;
    }

    private static int micros(double exact) {
        return Math.clamp(Math.round(exact), 1, 0xFFFFFF);
    }

    private static Event tempo(long tick, int micros) {
        return new Event(
                tick, 0, new byte[] {(byte) 0xFF, 0x51, 3, (byte) (micros >> 16), (byte) (micros >> 8), (byte) micros});
    }

    private static Event metre(long tick, String metre) {
        int slash = metre.indexOf('/');
        return metre(tick, Integer.parseInt(metre.substring(0, slash)), Integer.parseInt(metre.substring(slash + 1)));
    }

    private static Event metre(long tick, int units, int unit) {
        byte power = (byte) Integer.numberOfTrailingZeros(unit);
        return new Event(tick, 1, new byte[] {(byte) 0xFF, 0x58, 4, (byte) units, power, 24, 8});
    }

    private static Event text(long tick, int kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        event.write(0xFF);
        event.write(kind);
        number(event, bytes.length);
        event.writeBytes(bytes);
        return new Event(tick, 3, event.toByteArray());
    }

    private static byte[] track(List<Event> events, long end) {
        List<Event> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.<Event>comparingLong(event -> event.tick).thenComparingInt(event -> event.order));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long at = 0;
        for (Event event : sorted) {
            number(out, event.tick - at);
            out.writeBytes(event.bytes);
            at = event.tick;
        }
        number(out, Math.max(0, end - at));
        out.writeBytes(new byte[] {(byte) 0xFF, 0x2F, 0});
        return out.toByteArray();
    }

    /** Seven bits a byte, the first ones with the eighth bit. */
    private static void number(ByteArrayOutputStream out, long value) {
        for (int shift = 28; shift > 0; shift -= 7) {
            if (value >> shift != 0) {
                out.write((int) (0x80 | ((value >> shift) & 0x7F)));
            }
        }
        out.write((int) (value & 0x7F));
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] body) {
        out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(body.length >> shift);
        }
        out.writeBytes(body);
    }
}
