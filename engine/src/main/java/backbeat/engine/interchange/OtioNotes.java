package backbeat.engine.interchange;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.GeneratedMedia;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Multicam;
import backbeat.engine.timeline.OfflineMedia;
import backbeat.engine.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Metadata and effects of OpenTimelineIO objects: what another program wrote there, and ours beside it under one name. */
final class OtioNotes {
    private static final String OTIO = "otio/";
    private static final String METADATA = "otio/metadata";
    private static final String EFFECTS = "otio/effects";
    private static final String OURS = "backbeat";

    private OtioNotes() {}

    static Map<String, Object> of(Map<String, String> metadata) {
        return with(metadata, new TreeMap<>());
    }

    static Map<String, Object> of(Item.Piece piece) {
        Map<String, Object> ours = new TreeMap<>();
        if (piece instanceof Item.ClipItem clip && clip.media() instanceof MediaReference media) {
            ours.put("media", OurMedia.written(media, clip.sourceStart()));
        }
        if (piece instanceof Item.ClipItem clip
                && clip.media() instanceof OfflineMedia offline
                && !offline.reel().isEmpty()) {
            ours.put(Told.REEL, offline.reel());
        }
        if (piece instanceof Item.ClipItem clip && clip.media() instanceof Multicam multicam) {
            ours.put(Told.KIND, ForeignClip.Kind.MULTICAM.name());
            ours.put(Told.ANGLES, Told.lines(Told.uses(clip, multicam)));
        }
        if (piece instanceof Item.ClipItem clip && clip.media() instanceof GeneratedMedia made) {
            ours.put(Told.KIND, kind(made));
        }
        List<Effect> understood = piece.effects().stream()
                .filter(effect -> !(effect instanceof Effect.Kept))
                .toList();
        if (!understood.isEmpty()) {
            ours.put(OurEffects.KEY, OtioJson.tree(JsonFile.text(understood.toArray(Effect[]::new))));
        }
        return with(piece.metadata(), ours);
    }

    private static String kind(GeneratedMedia made) {
        return switch (made.kind()) {
            case TITLE, CAPTION, BLACK -> made.kind().name();
            case ADJUSTMENT -> ForeignClip.Kind.EFFECT.name();
            case COLOUR, OTHER -> ForeignClip.Kind.GENERATOR.name();
        };
    }

    static Map<String, Object> of(Timeline timeline) {
        Map<String, Object> ours = new TreeMap<>();
        OurMedia.written(timeline.metadata()).forEach(ours::put);
        ours.put("written", Seal.OPEN);
        ours.put(OtioOwn.WIDTH, timeline.width());
        ours.put(OtioOwn.HEIGHT, timeline.height());
        if (timeline.start().dropFrame()) {
            ours.put(Told.DROP_FRAME, "true");
        }
        return with(timeline.metadata(), ours);
    }

    private static Map<String, Object> with(Map<String, String> metadata, Map<String, Object> ours) {
        Map<String, Object> all = new TreeMap<>();
        String kept = metadata.get(METADATA);
        if (kept != null) {
            OtioJson.tree(kept).properties().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        }
        metadata.forEach((key, value) -> {
            boolean older = key.equals(Told.ANGLES) && ours.containsKey(key);
            if (!key.startsWith(OTIO) && !older) {
                ours.put(key, value);
            }
        });
        if (!ours.isEmpty()) {
            all.put(OURS, ours);
        }
        return all;
    }

    /** A word, or the object that a later version wrote. */
    static Object colour(Marker marker) {
        String kept = marker.metadata().get("otio/color");
        return kept == null ? Told.colour(marker) : OtioJson.tree(kept);
    }

    /** Effects that make the speed, and those of other programs. */
    static List<Object> effects(Item.Piece piece) {
        List<Object> effects = new ArrayList<>();
        if (piece.speed().signum() == 0) {
            effects.add(warp("FreezeFrame.1", piece.speed()));
        } else if (!piece.speed().equals(Rational.ONE)) {
            effects.add(warp("LinearTimeWarp.1", piece.speed()));
        }
        String kept = piece.metadata().get(EFFECTS);
        if (kept != null) {
            for (JsonNode effect : OtioJson.tree(kept)) {
                effects.add(effect);
            }
        }
        return effects;
    }

    private static Map<String, Object> warp(String schema, Rational speed) {
        Map<String, Object> warp = OtioWriter.named(schema, "", Map.of());
        warp.put("effect_name", schema.substring(0, schema.indexOf('.')));
        warp.put("time_scalar", speed.toDouble());
        return warp;
    }
}
