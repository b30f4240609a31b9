package backbeat.engine.media;

import backbeat.engine.derive.Work;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.Problem;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns what one file holds, in three steps that each may refuse it: headers, one decoded picture, the times of all packets.
 *
 * <p>Headers announce, packets prove: the count of frames, their rate and the lengths come from the packets, and where the headers promise more, the file was cut
 * short. One picture is decoded because headers of a reference movie or a bomb look like those of a clip.
 */
final class Probe {
    /** The one that the file marks, else its first. */
    static final int USUAL_SOUND = -1;

    private static final long BYTES_PER_SECOND = 20_000_000;
    private static final Set<String> FIRST_BOXES = Set.of("ftyp", "mdat", "wide", "free", "skip");
    private static final long MIN_SAMPLE_RATE = 4_000;
    private static final long MAX_SAMPLE_RATE = 768_000;

    private final FfmpegPrograms programs;
    private final MediaLimits limits;
    private final List<Finding> findings = new ArrayList<>();

    Probe(FfmpegPrograms programs, MediaLimits limits) {
        this.programs = programs;
        this.limits = limits;
    }

    /** @param sound which of the sound streams to choose, or {@link #USUAL_SOUND} */
    MediaFacts facts(Path given, int sound) {
        Path file = given.toAbsolutePath().normalize();
        refuseWhatIsNoFile(file);
        Headers headers = headers(file);
        Headers.Stream video = headers.chosen("video");
        Headers.Stream audio = sound == USUAL_SOUND
                ? headers.chosen("audio")
                : headers.all("audio").get(sound);
        if (video == null && audio == null) {
            throw MediaProblems.noStream(file.toString()).asException();
        }
        refuseImplausible(file, audio);
        try {
            return facts(file, headers, video, audio);
        } catch (IOException e) {
            throw MediaProblems.mediaUnreadable(file.toString(), String.valueOf(e.getMessage()))
                    .asException();
        } catch (ArithmeticException beyondAllNumbers) {
            throw MediaProblems.mediaImplausible(file.toString(), "Its times are beyond all measure.")
                    .asException();
        }
    }

    /** Opening a named pipe would wait for ever, so this is asked before anything else touches the file. */
    private static void refuseWhatIsNoFile(Path file) {
        if (!Files.exists(file)) {
            throw MediaProblems.mediaUnreadable(file.toString(), "It does not exist, or a link leads nowhere.")
                    .asException();
        }
        if (!Files.isRegularFile(file)) {
            throw MediaProblems.notRegularFile(file.toString(), "It is a folder, a pipe or a device.")
                    .asException();
        }
        if (!Files.isReadable(file)) {
            throw MediaProblems.mediaUnreadable(file.toString(), "You have no right to read it.")
                    .asException();
        }
    }

    private Headers headers(Path file) {
        FfmpegCommand command = FfmpegCommand.ffprobe(programs, limits)
                .with("-show_format", "-show_streams", "-of", "json")
                .input(file);
        try (FfmpegProcess process = FfmpegProcess.start(command.words(), limits, limits.probeTime(), Work.quiet())) {
            String json = process.wholeOutput();
            FfmpegProcess.Ending ending = process.await();
            if (!ending.isGood()) {
                throw refusal(file, ending).asException();
            }
            return Headers.parse(json)
                    .orElseThrow(
                            () -> MediaProblems.notMedia(file.toString(), "").asException());
        }
    }

    private static Problem refusal(Path file, FfmpegProcess.Ending ending) {
        return ending.errors().contains("moov atom not found") && beginsLikeQuickTime(file)
                ? MediaProblems.mediaIndexLost(file.toString())
                : MediaProblems.notMedia(file.toString(), reason(file, ending));
    }

    /** FFmpeg also misses the index of a text that is only named like a movie. */
    private static boolean beginsLikeQuickTime(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String firstBox = new String(in.readNBytes(8), StandardCharsets.ISO_8859_1);
            return firstBox.length() == 8 && FIRST_BOXES.contains(firstBox.substring(4));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** FFmpeg repeats the file's name in front of its reason. */
    private static String reason(Path file, FfmpegProcess.Ending ending) {
        String line = ending.lastErrorLine();
        int name = line.indexOf("file:" + file);
        String reason = name < 0 ? line : line.substring(name + file.toString().length() + 5);
        return "FFmpeg says: " + reason.replaceFirst("^[:\\s]+", "") + ".";
    }

    private void refuseImplausible(Path file, Headers.@Nullable Stream audio) {
        if (audio != null && (audio.sampleRate() < MIN_SAMPLE_RATE || audio.sampleRate() > MAX_SAMPLE_RATE)) {
            throw MediaProblems.mediaImplausible(
                            file.toString(), "Its sample rate is said to be " + audio.sampleRate() + " Hz.")
                    .asException();
        }
    }

    private MediaFacts facts(Path file, Headers headers, Headers.@Nullable Stream video, Headers.@Nullable Stream audio)
            throws IOException {
        FirstPicture picture = video == null ? null : FirstPicture.decode(programs, limits, file, video);
        Packets[] packets = packets(file, video, audio);
        Packets pictures = packets[0];
        Packets sounds = packets[1];
        if (video != null ? pictures.isEmpty() : sounds.isEmpty()) {
            throw MediaProblems.mediaUnreadable(file.toString(), "It holds headers, but no picture and no sound.")
                    .asException();
        }
        if (pictures.tooMany() || sounds.tooMany()) {
            throw MediaProblems.mediaImplausible(file.toString(), "It has more than a day of frames.")
                    .asException();
        }
        Headers.Stream sound = sounds.isEmpty() ? null : audio;
        Rational zero = clipZero(video, pictures, sound);
        Rational end = Rational.ZERO;
        VideoFacts videoFacts = null;
        if (video != null && picture != null) {
            Cadence cadence = Cadence.of(pictures, video);
            videoFacts = videoFacts(file, headers, video, picture, pictures, cadence, zero);
            end = endOf(pictures, video, cadence.rate());
        }
        if (sound != null) {
            end = end.max(endOfSound(sounds, sound));
        }
        Rational duration = end.minus(zero).max(Rational.ZERO);
        new Doubts(file, findings).look(headers, video, pictures, sound, sounds, duration);
        MediaFacts facts = new MediaFacts(
                file,
                headers.container(),
                duration,
                zero,
                videoFacts,
                audioFacts(headers, sound, zero),
                List.copyOf(findings),
                headers.created());
        return withFindingsOfSound(facts);
    }

    /** Only floating-point sound can hold what is no number; it is not compressed, so reading all of it is cheap. */
    private MediaFacts withFindingsOfSound(MediaFacts facts) {
        AudioFacts audio = facts.audio();
        if (audio == null || !audio.codec().startsWith("pcm_f")) {
            return facts;
        }
        try (SoundReader sound = SoundReader.openInterleaved(programs, limits, facts, audio.sampleRate())) {
            float[] block = new float[1 << 14];
            int count = 0;
            while (count >= 0) {
                count = sound.read(block);
            }
            findings.addAll(sound.findings());
        }
        return facts.with(List.copyOf(findings));
    }

    private Packets[] packets(Path file, Headers.@Nullable Stream video, Headers.@Nullable Stream audio) {
        FfmpegCommand command = FfmpegCommand.ffprobe(programs, limits)
                .with("-show_entries", "packet=stream_index,pts,dts,duration,flags", "-of", "csv=p=0")
                .input(file);
        int videoIndex = video == null ? -1 : video.index();
        int audioIndex = audio == null ? -1 : audio.index();
        try (FfmpegProcess process = FfmpegProcess.start(command.words(), limits, timeToRead(file), Work.quiet());
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.output(), StandardCharsets.UTF_8))) {
            Packets[] packets = Packets.read(lines, videoIndex, audioIndex);
            process.await();
            return packets;
        } catch (IOException e) {
            throw MediaProblems.mediaTimeout(file.toString()).asException();
        }
    }

    private Duration timeToRead(Path file) throws IOException {
        return limits.probeTime().plusSeconds(Files.size(file) / BYTES_PER_SECOND);
    }

    /** A negative start is what an encoder put before its first sample: it is never presented. */
    private static Rational clipZero(Headers.@Nullable Stream video, Packets pictures, Headers.@Nullable Stream sound) {
        if (video == null) {
            return sound == null ? Rational.ZERO : sound.startTime().max(Rational.ZERO);
        }
        Rational first = video.timeBase().times(pictures.begin());
        return (sound == null ? first : first.min(sound.startTime())).max(Rational.ZERO);
    }

    private static Rational endOf(Packets packets, Headers.Stream stream, Rate rate) {
        Rational end = stream.timeBase().times(packets.end());
        boolean lastHasDuration = packets.end() > packets.time(packets.presented() - 1);
        return lastHasDuration ? end : end.plus(rate.frameDuration());
    }

    /** The last packet of compressed sound is padded; where the container knows the true length, it is taken. */
    private static Rational endOfSound(Packets packets, Headers.Stream stream) {
        Rational end = stream.timeBase().times(packets.end());
        return stream.duration()
                .map(length -> stream.startTime().plus(length).min(end))
                .orElse(end);
    }

    private VideoFacts videoFacts(
            Path file,
            Headers headers,
            Headers.Stream video,
            FirstPicture picture,
            Packets packets,
            Cadence cadence,
            Rational zero) {
        if (picture.width() != video.width() || picture.height() != video.height()) {
            findings.add(Finding.warning(MediaProblems.sizeDiffers(
                    file.toString(), video.width() + "x" + video.height(), picture.width() + "x" + picture.height())));
        }
        boolean onItsSide = video.rotation() % 180 != 0;
        Rational first = video.timeBase().times(packets.begin());
        return new VideoFacts(
                video.index(),
                video.codec(),
                onItsSide ? picture.height() : picture.width(),
                onItsSide ? picture.width() : picture.height(),
                video.rotation(),
                onItsSide ? video.pixelAspect().inverse() : video.pixelAspect(),
                cadence.rate(),
                packets.presented(),
                first.minus(zero).max(Rational.ZERO),
                cadence.variable(),
                cadence.variable() ? frameTimes(packets, video.timeBase(), zero) : List.of(),
                headers.firstTimecode(),
                video.fieldOrder().equals("unknown") ? picture.fieldOrder() : video.fieldOrder(),
                video.pixelFormat(),
                video.colour(),
                packets.keyframeSpacing());
    }

    private static List<Rational> frameTimes(Packets packets, Rational timeBase, Rational zero) {
        List<Rational> times = new ArrayList<>(packets.presented());
        for (int frame = 0; frame < packets.presented(); frame++) {
            times.add(timeBase.times(packets.time(frame)).minus(zero).max(Rational.ZERO));
        }
        return List.copyOf(times);
    }

    private static @Nullable AudioFacts audioFacts(Headers headers, Headers.@Nullable Stream sound, Rational zero) {
        if (sound == null) {
            return null;
        }
        return new AudioFacts(
                sound.index(),
                headers.all("audio").size(),
                sound.codec(),
                Math.toIntExact(sound.sampleRate()),
                sound.channels(),
                sound.startTime().minus(zero).max(Rational.ZERO));
    }
}
