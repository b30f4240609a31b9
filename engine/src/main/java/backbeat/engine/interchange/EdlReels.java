package backbeat.engine.interchange;

import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.OfflineMedia;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reels name one file each; those that another program told of keep their name. */
final class EdlReels {
    private static final int LENGTH = 8;
    private static final int LONGEST = 128;

    private final EdlWriter.Dialect dialect;
    private final Map<Object, String> reels = new HashMap<>();
    private final Set<String> taken = new HashSet<>(Set.of("AX", "BL"));

    EdlReels(EdlWriter.Dialect dialect) {
        this.dialect = dialect;
    }

    String of(Item.Piece piece, MediaFiles media) {
        if (!(piece instanceof Item.ClipItem clip)) {
            return "AX";
        }
        MediaFile file = media.find(clip.media());
        if (file == null) {
            return "AX";
        }
        String told = clip.media() instanceof OfflineMedia ? file.reel().strip() : "";
        if (!told.isEmpty()) {
            return told;
        }
        return reels.computeIfAbsent(clip.media(), _ -> newReel(file.name()));
    }

    private String newReel(String name) {
        String plain = name.replaceFirst("\\.[^.]*$", "").replaceAll("[^A-Za-z0-9_]", "");
        String stem = plain.isEmpty() ? "CLIP" : plain.toUpperCase(Locale.ROOT);
        String reel = shortened(stem, "");
        for (int i = 2; !taken.add(reel); i++) {
            reel = shortened(stem, "_" + i);
        }
        return reel;
    }

    private String shortened(String stem, String suffix) {
        int most = dialect == EdlWriter.Dialect.CMX3600 ? LENGTH : LONGEST;
        return stem.substring(0, Math.min(stem.length(), most - suffix.length())) + suffix;
    }
}
