package backbeat.engine.footage;

import backbeat.engine.derive.Fingerprint;
import backbeat.engine.media.MediaFacts;
import java.nio.file.Path;
import java.util.List;

/**
 * One clip as a camera took it.
 *
 * @param path relative to the footage folder, with {@code /}: the clip's name in every result
 * @param name of the file, for people
 * @param camera letter of the camera that took it: clips of one card or one camera folder share it
 * @param card path of the card's folder, relative to the footage folder; empty for loose files
 * @param parts what is known of the files it is made of, in order; more than one for a spanned clip
 * @param media the file to decode: the only part, or the parts joined
 * @param fingerprint of that content
 * @param facts of {@code media}
 */
public record Clip(
        String path,
        String name,
        String camera,
        String card,
        List<MediaFacts> parts,
        Path media,
        Fingerprint fingerprint,
        MediaFacts facts) {

    public boolean hasPicture() {
        return facts.video() != null;
    }

    public boolean hasSound() {
        return facts.audio() != null;
    }
}
