package backbeat.engine.looks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How large a person stands in the picture, by the words of the set. Told from the face alone: a head is between a seventh and an eighth of a body, and a face two thirds of a head. */
public enum ShotSize {
    BIG_CLOSE_UP("big close-up", 0.62),
    CLOSE_UP("close-up", 0.39),
    MEDIUM_CLOSE_UP("medium close-up", 0.255),
    MEDIUM("medium", 0.16),
    MEDIUM_WIDE("medium wide", 0.11),
    WIDE("wide", 0),
    /** Nobody, nobody's face, or one too small to find. */
    UNKNOWN("unknown", 0);

    /** Of the pictures that were asked: fewer faces are passers-by, or chance. */
    private static final double LEAST_SHARE = 0.25;

    private final String words;
    private final double leastFace;

    ShotSize(String words, double leastFace) {
        this.words = words;
        this.leastFace = leastFace;
    }

    @JsonValue
    public String words() {
        return words;
    }

    /** Of some pictures of one passage: that of the face in the middle, when enough of them show one. */
    static ShotSize of(List<Sighting> asked) {
        List<Sighting> seen = asked.stream()
                .filter(sighting -> sighting.faces() > 0)
                .sorted(Comparator.comparingDouble(Sighting::height))
                .toList();
        if (seen.isEmpty() || seen.size() < LEAST_SHARE * asked.size()) {
            return UNKNOWN;
        }
        double face = seen.get(seen.size() / 2).height();
        return Arrays.stream(values())
                .filter(size -> face >= size.leastFace)
                .findFirst()
                .orElse(WIDE);
    }
}
