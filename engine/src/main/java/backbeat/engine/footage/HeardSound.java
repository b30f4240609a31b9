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
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Which of a clip's sound streams is more than digital silence, that is, more than what rounding leaves: the usual one, else the first that is. Recorders write a
 * track for every input, plugged or not. Stops reading at the first sound, which is mostly the first block.
 */
final class HeardSound implements Derivation<HeardSound.Verdict> {
    private static final int VERSION = 1;
    private static final int USUAL = -1;
    private static final int NONE = -2;

    /** Half a step of 16 bits, -96 dB: the quietest microphone amplifier is louder. */
    private static final float NOTHING = 1f / 65536;

    private final Media media;
    private final MediaFacts facts;
    private final Fingerprint fingerprint;

    /** @param sound its place among the clip's sound streams, or one of two words below zero */
    record Verdict(int sound) {
        boolean silent() {
            return sound == NONE;
        }

        boolean isUsual() {
            return sound == USUAL;
        }
    }

    HeardSound(Media media, MediaFacts facts, Fingerprint fingerprint) {
        this.media = media;
        this.facts = facts;
        this.fingerprint = fingerprint;
    }

    @Override
    public Key key() {
        return Key.of("heard-sound", VERSION).with("file", fingerprint).with("ffmpeg", media.version());
    }

    @Override
    public void derive(Path target, Work work) throws IOException {
        JsonFile.write(target, new Verdict(firstHeard(work)));
    }

    @Override
    public Verdict read(Path kept) throws IOException {
        return JsonFile.read(kept, Verdict.class);
    }

    private int firstHeard(Work work) {
        AudioFacts usual = facts.audio();
        if (usual == null) {
            return NONE;
        }
        if (isHeard(facts, usual, work)) {
            return USUAL;
        }
        for (int sound = 0; usual.streams() > 1 && sound < usual.streams(); sound++) {
            if (isHeardOther(sound, usual, work)) {
                return sound;
            }
        }
        return NONE;
    }

    /** A second stream that cannot be decoded does not make the clip unusable. */
    private boolean isHeardOther(int sound, AudioFacts usual, Work work) {
        try {
            MediaFacts other = media.probe(facts.file(), sound);
            AudioFacts audio = other.audio();
            return audio != null && audio.stream() != usual.stream() && isHeard(other, audio, work);
        } catch (ProblemException undecodable) {
            return false;
        }
    }

    private boolean isHeard(MediaFacts facts, AudioFacts audio, Work work) {
        float[] block = new float[8192];
        try (SoundReader sound = media.interleaved(facts, audio.sampleRate())) {
            for (int count = sound.read(block); count >= 0; count = sound.read(block)) {
                work.stopIfCancelled();
                if (isHeard(block, count)) {
                    return true;
                }
            }
        }
        return false;
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
