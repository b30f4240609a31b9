package backbeat.engine.footage;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Work;
import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.SoundReader;
import java.io.IOException;
import java.nio.file.Path;

/** Whether a clip's sound is digital silence: nothing above what rounding leaves. Stops reading at the first sound, which is mostly the first block. */
final class Silence implements Derivation<Silence.Verdict> {
    private static final int VERSION = 1;

    /** Half a step of 16 bits, -96 dB: the quietest microphone amplifier is louder. */
    private static final float NOTHING = 1f / 65536;

    private final Media media;
    private final MediaFacts facts;
    private final Fingerprint fingerprint;

    record Verdict(boolean silent) {}

    Silence(Media media, MediaFacts facts, Fingerprint fingerprint) {
        this.media = media;
        this.facts = facts;
        this.fingerprint = fingerprint;
    }

    @Override
    public Key key() {
        return Key.of("silence", VERSION).with("file", fingerprint).with("ffmpeg", media.version());
    }

    @Override
    public void derive(Path target, Work work) throws IOException {
        JsonFile.write(target, new Verdict(isSilent(work)));
    }

    @Override
    public Verdict read(Path kept) throws IOException {
        return JsonFile.read(kept, Verdict.class);
    }

    private boolean isSilent(Work work) {
        AudioFacts audio = facts.audio();
        if (audio == null) {
            return true;
        }
        float[] block = new float[8192];
        try (SoundReader sound = media.interleaved(facts, audio.sampleRate())) {
            for (int count = sound.read(block); count >= 0; count = sound.read(block)) {
                work.stopIfCancelled();
                if (isHeard(block, count)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isHeard(float[] block, int count) {
        for (int i = 0; i < count; i++) {
            if (Math.abs(block[i]) > NOTHING) {
                return true;
            }
        }
        return false;
    }
}
