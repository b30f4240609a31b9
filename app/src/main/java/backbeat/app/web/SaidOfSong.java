package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.engine.song.Correction;
import backbeat.engine.song.SongMap;
import java.util.List;
import java.util.Locale;

/**
 * What a person says of a song by a button or a key, as the correction that holds whatever the analysis comes to: "twice as fast" becomes the tempo that is meant.
 *
 * @param corrections that are said, and taken back, together
 * @param words for the list of what was said
 */
record SaidOfSong(List<Correction> corrections, String words) {
    private static final int MOST_TAPS = 300;

    private SaidOfSong(Correction correction, String words) {
        this(List.of(correction), words);
    }

    /** @throws backbeat.engine.problem.ProblemException for what cannot be said of this song */
    static SaidOfSong read(String what, double at, String value, SongMap map) {
        try {
            return switch (what) {
                case "one" -> new SaidOfSong(new Correction.Downbeat(at, Correction.HAND), "the one is at " + time(at));
                case "shift" -> shifted(value.equals("back") ? -1 : 1, map);
                case "double" -> level(2 * bpm(map), "twice the tempo");
                case "half" -> level(bpm(map) / 2, "half the tempo");
                case "metre" ->
                    new SaidOfSong(
                            new Correction.Metre(at, value, Correction.HAND), "bars of " + value + " from " + time(at));
                case "border" ->
                    new SaidOfSong(new Correction.Border(at, Correction.HAND), "a section begins at " + time(at));
                case "no-border" ->
                    new SaidOfSong(new Correction.NoBorder(at, Correction.HAND), "no section begins at " + time(at));
                case "move-border" -> moved(Double.parseDouble(value), at);
                case "section" -> named(at, value);
                case "taps" -> tapped(value);
                default -> throw new IllegalArgumentException("nobody can say \"" + what + "\"");
            };
        } catch (IllegalArgumentException e) {
            throw new Problem(
                            "web/correction",
                            "That cannot be said of this song.",
                            "",
                            String.valueOf(e.getMessage()),
                            "Set the playhead to where it holds, then try again.")
                    .asException();
        }
    }

    private static SaidOfSong moved(double from, double to) {
        return new SaidOfSong(
                List.of(new Correction.NoBorder(from, Correction.HAND), new Correction.Border(to, Correction.HAND)),
                "a section begins at " + time(to) + " instead of " + time(from));
    }

    private static SaidOfSong shifted(int beats, SongMap map) {
        int first = 0;
        while (first < map.beats().size() && map.beats().get(first).beat() != 1) {
            first++;
        }
        int target = first + beats < 0 ? first + beats + 4 : first + beats;
        if (target >= map.beats().size()) {
            throw new IllegalArgumentException("The song has no steady beat.");
        }
        double at = map.beats().get(target).time();
        return new SaidOfSong(
                new Correction.Downbeat(at, Correction.HAND), "the one is a beat " + (beats < 0 ? "earlier" : "later"));
    }

    private static double bpm(SongMap map) {
        if (map.tempo().isEmpty()) {
            throw new IllegalArgumentException("The song has no steady beat.");
        }
        return map.tempo().getFirst().bpm();
    }

    private static SaidOfSong level(double bpm, String words) {
        return new SaidOfSong(
                new Correction.Level(bpm, Correction.HAND),
                String.format(Locale.ROOT, "%s: about %.0f bpm", words, bpm));
    }

    /** Along with the song, in seconds with spaces between. */
    private static SaidOfSong tapped(String value) {
        List<Double> times = java.util.Arrays.stream(value.strip().split("\\s+", MOST_TAPS + 1))
                .limit(MOST_TAPS)
                .map(Double::valueOf)
                .toList();
        return new SaidOfSong(new Correction.Taps(times, Correction.HAND), times.size() + " beats tapped");
    }

    private static SaidOfSong named(double at, String value) {
        String plain = value.strip();
        String role = plain.toLowerCase(Locale.ROOT);
        boolean known = Correction.Named.ROLES.contains(role);
        if (plain.isEmpty() || plain.length() > 40) {
            throw new IllegalArgumentException("A section's name has 1 to 40 characters.");
        }
        Correction.Named named = known
                ? new Correction.Named(at, role, null, Correction.HAND)
                : new Correction.Named(at, null, plain, Correction.HAND);
        return new SaidOfSong(named, "the section at " + time(at) + " is \"" + plain + "\"");
    }

    private static String time(double seconds) {
        return String.format(Locale.ROOT, "%d:%06.3f", (int) (seconds / 60), seconds % 60);
    }
}
