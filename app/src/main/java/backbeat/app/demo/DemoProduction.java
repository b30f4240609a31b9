package backbeat.app.demo;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Work;
import backbeat.engine.media.ClipWriter;
import backbeat.engine.media.Media;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes the sample production: {@code song.wav}, {@code cards/} and {@code truth.json} in a folder. */
public final class DemoProduction {
    private static final int OTHER_SONG_BARS = 5;

    private final DemoPlan plan;
    private final Path folder;
    private final Media media;
    private final long seed;

    private DemoProduction(DemoPlan plan, Path folder, Media media, long seed) {
        this.plan = plan;
        this.folder = folder;
        this.media = media;
        this.seed = seed;
    }

    /**
     * Makes the whole production, a song of some 50 seconds and ten files on three cards.
     *
     * @param media encodes the clips
     */
    public static Truth make(Path folder, long seed, Media media, Work work) throws IOException {
        return make(DemoPlan.full(seed), folder, seed, media, work);
    }

    static Truth make(DemoPlan plan, Path folder, long seed, Media media, Work work) throws IOException {
        return new DemoProduction(plan, folder, media, seed).make(work);
    }

    private Truth make(Work work) throws IOException {
        work.progress(0, "playing the song");
        Score score = Composer.song(seed, plan.form());
        Score other = Composer.otherSong(seed, OTHER_SONG_BARS);
        Bus song = Studio.record(score, seed);
        float[] speaker = song.mono();
        float[] otherSpeaker = Studio.record(other, seed + 1).mono();
        Files.createDirectories(folder);
        WaveFile.writeSong(folder.resolve("song.wav"), song);
        List<Truth.Clip> clips = new ArrayList<>();
        for (int i = 0; i < plan.takes().size(); i++) {
            Take take = plan.takes().get(i);
            boolean foreign = take.heard() == Take.Heard.ANOTHER_SONG;
            Work part = work.part(
                    0.08 + 0.92 * i / plan.takes().size(),
                    0.08 + 0.92 * (i + 1) / plan.takes().size());
            film(take, foreign ? other : score, foreign ? otherSpeaker : speaker, part);
            clips.add(truthOf(take, foreign ? other : score));
        }
        writeBroken();
        clips.add(new Truth.Clip(plan.brokenPath(), "C", null, "unmatched", "broken", List.of()));
        clips.sort(Comparator.comparing(Truth.Clip::path));
        Truth truth = truth(score, song, clips);
        JsonFile.write(folder.resolve("truth.json"), truth);
        return truth;
    }

    private void film(Take take, Score score, float[] speaker, Work work) throws IOException {
        Path target = folder.resolve("cards").resolve(take.path());
        Files.createDirectories(target.getParent());
        Path sound = Files.createTempFile("backbeat-demo", ".wav");
        try {
            boolean silent = take.heard() == Take.Heard.NOTHING;
            if (!silent) {
                float[] heard = new ScratchSound(seed + take.path().hashCode()).hear(take, score, speaker);
                WaveFile.writeCamera(sound, new float[][] {heard});
            }
            String timecode = String.format(Locale.ROOT, "10:%02d:00:00", 4 * take.number());
            var form = new ClipWriter.Form(plan.width(), plan.height(), take.rate(), plan.quality(), timecode);
            try (ClipWriter clip = ClipWriter.begin(media, form, silent ? null : sound, target, work)) {
                draw(take, score, clip, work);
                clip.finish();
            }
        } finally {
            Files.deleteIfExists(sound);
        }
    }

    private void draw(Take take, Score score, ClipWriter clip, Work work) {
        BufferedImage image = new BufferedImage(plan.width(), plan.height(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        ByteBuffer bytes = ByteBuffer.allocate(4 * pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        Stage stage = new Stage(new Performance(score), image);
        BurntIn burntIn = new BurntIn(take, score);
        long frames = take.frames(score);
        for (long frame = 0; frame < frames; frame++) {
            if (frame % 10 == 0) {
                work.progress((double) frame / frames, "filming " + take.path());
            }
            double clipTime = take.rate().timeOf(frame).toDouble();
            double songTime = take.songTimeOf(score, clipTime);
            boolean running = take.playsAt(score, clipTime);
            stage.draw(take.camera(), songTime, clipTime, running);
            burntIn.draw(image, songTime, clipTime, running);
            bytes.asIntBuffer().put(pixels);
            clip.frame(bytes.array());
        }
    }

    /** As a card leaves it that was pulled out too early: the begin of a file, then nothing that means anything. */
    private void writeBroken() throws IOException {
        byte[] garbage = new byte[100_000];
        new Random(seed).nextBytes(garbage);
        byte[] head = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0};
        System.arraycopy(head, 0, garbage, 0, head.length);
        Path target = folder.resolve("cards").resolve(plan.brokenPath());
        Files.createDirectories(target.getParent());
        Files.write(target, garbage);
    }

    private static Truth.Clip truthOf(Take take, Score score) {
        String camera = take.camera().name();
        double seconds = take.seconds(score);
        return switch (take.heard()) {
            case THE_SONG -> new Truth.Clip(take.path(), camera, seconds, "matched", null, List.of(match(take, score)));
            case NOTHING -> new Truth.Clip(take.path(), camera, seconds, "unmatched", "silent", List.of());
            case ANOTHER_SONG -> new Truth.Clip(take.path(), camera, seconds, "unmatched", "other-song", List.of());
        };
    }

    private static Truth.Match match(Take take, Score score) {
        return new Truth.Match(
                take.leadSeconds(),
                take.leadSeconds() + take.playbackSeconds(score),
                take.songStart(score),
                take.songEnd(score),
                take.speed(),
                Integer.toString(take.speed()),
                take.driftPpm(),
                take.signalToNoiseDb());
    }

    private static Truth truth(Score score, Bus song, List<Truth.Clip> clips) {
        List<Double> beats = IntStream.range(0, score.bars() * Score.BEATS_IN_BAR)
                .mapToObj(score::timeOfBeat)
                .toList();
        List<Double> downbeats = IntStream.rangeClosed(1, score.bars())
                .mapToObj(score::timeOfBar)
                .toList();
        List<Truth.Section> sections = score.sections().stream()
                .map(section -> new Truth.Section(
                        section.name(),
                        score.timeOfBar(section.firstBar()),
                        score.timeOfBar(section.firstBar() + section.bars()),
                        section.firstBar()))
                .toList();
        double seconds = (double) song.samples() / Bus.SAMPLE_RATE;
        return new Truth(
                Truth.CONTRACT,
                new Truth.Song("song.wav", seconds, Bus.SAMPLE_RATE),
                score.tempo(),
                "4/4",
                beats,
                downbeats,
                sections,
                List.copyOf(clips));
    }
}
