package backbeat.engine.songfile;

import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.SongfileProblems;
import backbeat.engine.song.Correction;
import backbeat.engine.song.Metres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads tempo and metre of a standard MIDI file as bars and beats in seconds. Notes are passed over; foreign bytes are a problem, never a fault. */
public final class TempoMapFile {
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_BEATS = 20_000;
    private static final double MOST_SECONDS = 3 * 3600.0;
    private static final double USUAL_MICROS = 500_000;

    private record Signature(int units, int unit) {
        String name() {
            return units + "/" + unit;
        }
    }

    private final TreeMap<Long, Double> microsAQuarter = new TreeMap<>();
    private final TreeMap<Long, Signature> metres = new TreeMap<>();
    private int ticksAQuarter;
    private long end;
    private long firstBar;

    private TempoMapFile() {}

    /**
     * The tempo map of a MIDI file.
     *
     * @param beginsAt song time of the file's beginning; of a file of ours, which has a lead-in, always 0
     * @throws ProblemException when it is no MIDI file
     */
    public static Correction.TempoMap read(Path file, double beginsAt) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            TempoMapFile midi = new TempoMapFile();
            midi.read(ByteBuffer.wrap(bytes));
            return new Correction.TempoMap(midi.bars(beginsAt), String.valueOf(file.getFileName()));
        } catch (IOException | IllegalArgumentException | BufferUnderflowException | IndexOutOfBoundsException e) {
            String cause = e instanceof IllegalArgumentException ? String.valueOf(e.getMessage()) : "It ends too early";
            throw new ProblemException(SongfileProblems.tempoMapUnreadable(file.toString(), cause), e);
        }
    }

    private void read(ByteBuffer in) {
        if (in.remaining() < 14 || !name(in).equals("MThd")) {
            throw new IllegalArgumentException("It is no standard MIDI file");
        }
        int length = in.getInt();
        int type = in.getShort();
        int tracks = in.getShort() & 0xFFFF;
        short division = in.getShort();
        if (type > 1 || type < 0) {
            throw new IllegalArgumentException("MIDI files of type " + type + " hold several songs");
        }
        if (division <= 0) {
            throw new IllegalArgumentException("Its time is counted in film frames, and so it has no tempo");
        }
        ticksAQuarter = division;
        skip(in, length - 6L);
        for (int track = 0; track < tracks && in.remaining() >= 8; ) {
            boolean isTrack = name(in).equals("MTrk");
            long size = in.getInt() & 0xFFFFFFFFL;
            int after = (int) Math.min(in.limit(), in.position() + size);
            if (isTrack) {
                track(in.slice(in.position(), after - in.position()));
                track++;
            }
            in.position(after);
        }
    }

    private static String name(ByteBuffer in) {
        byte[] name = new byte[4];
        in.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private static void skip(ByteBuffer in, long bytes) {
        if (bytes < 0 || bytes > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + (int) bytes);
    }

    private void track(ByteBuffer in) {
        long tick = 0;
        int running = 0;
        while (in.hasRemaining()) {
            tick += number(in);
            int status = in.get(in.position()) & 0xFF;
            if (status >= 0x80) {
                in.get();
            } else {
                status = running;
            }
            if (status == 0xFF) {
                meta(in, tick);
            } else if (status == 0xF0 || status == 0xF7) {
                skip(in, number(in));
            } else if (status >= 0x80 && status < 0xF0) {
                running = status;
                skip(in, status >= 0xC0 && status < 0xE0 ? 1 : 2);
            } else {
                throw new IllegalArgumentException("It holds bytes that are no MIDI event");
            }
            end = Math.max(end, tick);
        }
    }

    private void meta(ByteBuffer in, long tick) {
        int kind = in.get();
        long length = number(in);
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] data = new byte[(int) length];
        in.get(data);
        if (kind == 0x51 && data.length == 3) {
            int micros = ((data[0] & 0xFF) << 16) | ((data[1] & 0xFF) << 8) | (data[2] & 0xFF);
            microsAQuarter.put(tick, (double) Math.max(1, micros));
        } else if (kind == 0x58 && data.length >= 2 && data[1] >= 0 && data[1] <= 6) {
            metres.put(tick, new Signature(Math.max(1, data[0] & 0xFF), 1 << data[1]));
        } else if (kind == 6 && new String(data, StandardCharsets.UTF_8).equals(MidiWriter.FIRST_BAR)) {
            firstBar = tick;
        }
    }

    private static long number(ByteBuffer in) {
        long value = 0;
        for (int i = 0; i < 4; i++) {
            int next = in.get();
            value = (value << 7) | (next & 0x7F);
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("It holds a number that is too long");
    }

    private List<Correction.SaidBar> bars(double beginsAt) {
        double offset = firstBar > 0 ? 0 : beginsAt;
        List<Correction.SaidBar> bars = new ArrayList<>();
        double tick = 0;
        int beats = 0;
        while (tick <= end && beats < MOST_BEATS && seconds(tick) < MOST_SECONDS) {
            Signature metre = metreAt((long) Math.ceil(tick - 1e-6));
            double barEnd = tick + metre.units() * 4.0 / metre.unit() * ticksAQuarter;
            Long change = metres.higherKey((long) Math.floor(tick + 1e-6));
            double cut = change != null && change < barEnd ? change : barEnd;
            if (tick >= firstBar) {
                Correction.SaidBar bar = bar(tick, cut, metre.name(), offset);
                beats += bar.beats().size();
                bars.add(bar);
            }
            tick = cut;
        }
        return bars;
    }

    private Correction.SaidBar bar(double from, double to, String metre, double offset) {
        double beat = Metres.quarters(metre) * ticksAQuarter;
        List<Double> times = new ArrayList<>();
        for (int i = 0; from + i * beat < to - 1e-6; i++) {
            times.add(Math.round((offset + seconds(from + i * beat)) * 1e7) / 1e7);
        }
        return new Correction.SaidBar(metre, times);
    }

    private Signature metreAt(long tick) {
        Map.Entry<Long, Signature> entry = metres.floorEntry(tick);
        return entry == null ? new Signature(4, 4) : entry.getValue();
    }

    private double seconds(double tick) {
        double seconds = 0;
        double at = 0;
        double micros = USUAL_MICROS;
        for (Map.Entry<Long, Double> change : microsAQuarter.entrySet()) {
            if (change.getKey() >= tick) {
                break;
            }
            seconds += (change.getKey() - at) * micros / ticksAQuarter / 1e6;
            at = change.getKey();
            micros = change.getValue();
        }
        return seconds + (tick - at) * micros / ticksAQuarter / 1e6;
    }
}
