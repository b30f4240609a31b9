package backbeat.engine.media;

import backbeat.engine.derive.Work;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sound of a clip as a stream of samples, in order from clip time 0, never more than a block of it in memory.
 *
 * <p>Where a sound lies is told by its time stamps, not by its first sample: a track that starts late is preceded by silence, gaps are filled, what an encoder put
 * before the start is dropped. Rate conversion comes after that, so that it can't move anything. Sound is always read from the start: seeking in compressed
 * sound is not exact to the sample.
 *
 * <p>Samples that no sound can have (not a number, infinite, far beyond full scale) come out as 0 and are counted.
 */
public final class SoundReader implements AutoCloseable {
    /** 36 dB above full scale: louder than any mistake of level, quieter than any broken number. */
    private static final float LOUDEST = 64f;

    private final FfmpegProcess process;
    private final String file;
    private final int sampleRate;
    private final int channels;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private long samplesRead;
    private long badSamples;
    private boolean ended;

    private SoundReader(FfmpegProcess process, String file, int sampleRate, int channels) {
        this.process = process;
        this.file = file;
        this.sampleRate = sampleRate;
        this.channels = channels;
        bytes.limit(0);
    }

    static SoundReader open(FfmpegPrograms programs, MediaLimits limits, MediaFacts facts, int rate, int channel) {
        AudioFacts audio = soundOf(facts);
        if (channel < -1 || channel >= audio.channels()) {
            throw new IllegalArgumentException("no channel " + channel + " among " + audio.channels());
        }
        String pan = channel >= 0 ? "pan=mono|c0=c" + channel : mixOf(audio.channels());
        return start(programs, limits, facts, "0:" + audio.stream(), rate, 1, "," + pan);
    }

    static SoundReader openInterleaved(FfmpegPrograms programs, MediaLimits limits, MediaFacts facts, int rate) {
        AudioFacts audio = soundOf(facts);
        return start(programs, limits, facts, "0:" + audio.stream(), rate, audio.channels(), "");
    }

    static SoundReader openOther(FfmpegPrograms programs, MediaLimits limits, MediaFacts facts, int rate, int sound) {
        return start(programs, limits, facts, "0:a:" + sound, rate, 1, ",pan=mono|c0=c0");
    }

    private static AudioFacts soundOf(MediaFacts facts) {
        AudioFacts audio = facts.audio();
        if (audio == null) {
            throw MediaProblems.noSound(facts.file().toString()).asException();
        }
        return audio;
    }

    /**
     * All channels as one. Those of a pair weigh three to two: a stereo track of which one side is wired the wrong way round would cancel itself in an even mix, and
     * with it everything that listens.
     */
    private static String mixOf(int channels) {
        int total = IntStream.range(0, channels).map(SoundReader::weight).sum();
        return IntStream.range(0, channels)
                .mapToObj(c -> String.format(Locale.ROOT, "%.9f*c%d", (double) weight(c) / total, c))
                .collect(Collectors.joining("+", "pan=mono|c0=", ""));
    }

    private static int weight(int channel) {
        return channel % 2 == 0 ? 3 : 2;
    }

    private static SoundReader start(
            FfmpegPrograms programs,
            MediaLimits limits,
            MediaFacts facts,
            String stream,
            int rate,
            int channels,
            String pan) {
        String onTheClock = "asetpts=round(PTS-(" + facts.start() + ")/TB),aresample=async=1:first_pts=0";
        FfmpegCommand command = FfmpegCommand.ffmpeg(programs, limits)
                .with("-copyts")
                .input(facts.file())
                .with("-map", stream, "-vn", "-sn", "-dn")
                .with("-af", onTheClock + pan + ",aresample=osr=" + rate)
                .with("-f", "f32le", "-c:a", "pcm_f32le", "pipe:1");
        FfmpegProcess process = FfmpegProcess.start(command.words(), limits, FfmpegProcess.LONG_WORK, Work.quiet());
        return new SoundReader(process, facts.file().toString(), rate, channels);
    }

    public int sampleRate() {
        return sampleRate;
    }

    /** Channels in the stream of samples: 1, or those of the file when it is read interleaved. */
    public int channels() {
        return channels;
    }

    /**
     * The next samples.
     *
     * @return how many there are in the buffer, at least one; -1 at the end
     * @throws ProblemException when not a single sample could be decoded, or decoding hung
     */
    public int read(float[] buffer) {
        if (buffer.length == 0 || ended) {
            return ended ? -1 : 0;
        }
        if (bytes.remaining() < Float.BYTES && !fill()) {
            return finish();
        }
        int count = Math.min(buffer.length, bytes.remaining() / Float.BYTES);
        // All at once: one by one costs a call for each sample until the optimising compiler comes, which for a song it
        // doesn't.
        bytes.asFloatBuffer().get(buffer, 0, count);
        bytes.position(bytes.position() + count * Float.BYTES);
        for (int i = 0; i < count; i++) {
            if (!(Math.abs(buffer[i]) <= LOUDEST)) {
                buffer[i] = 0;
                badSamples++;
            }
        }
        samplesRead += count;
        return count;
    }

    /** Reads until the buffer is full or the sound has ended. @return samples in the buffer, 0 at the end */
    public int readFully(float[] buffer) {
        float[] block = new float[Math.min(buffer.length, 1 << 14)];
        int filled = 0;
        while (filled < buffer.length) {
            if (buffer.length - filled < block.length) {
                block = new float[buffer.length - filled];
            }
            int count = read(block);
            if (count < 0) {
                break;
            }
            System.arraycopy(block, 0, buffer, filled, count);
            filled += count;
        }
        return filled;
    }

    private boolean fill() {
        bytes.compact();
        try {
            while (bytes.position() < Float.BYTES) {
                int count = process.output().read(bytes.array(), bytes.position(), bytes.remaining());
                if (count < 0) {
                    bytes.flip();
                    return false;
                }
                bytes.position(bytes.position() + count);
            }
        } catch (IOException stopped) {
            bytes.flip();
            return false;
        }
        bytes.flip();
        return true;
    }

    private int finish() {
        ended = true;
        FfmpegProcess.Ending ending = process.await();
        if (!ending.isGood() && samplesRead == 0) {
            throw MediaProblems.mediaUnreadable(file, ending.lastErrorLine()).asException();
        }
        return -1;
    }

    /** What was noticed up to now. Complete when the end has been read. */
    public List<Finding> findings() {
        return badSamples == 0 ? List.of() : List.of(Finding.warning(MediaProblems.badSamples(file, badSamples)));
    }

    @Override
    public void close() {
        process.close();
    }
}
