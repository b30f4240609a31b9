package backbeat.engine.interchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of an edit decision list with the comments after it. The line is read from its end: the four timecodes hold fast, a reel may be of any length and may have
 * blanks.
 */
final class EdlEvent {
    private static final int LONGEST_LINE = 4096;
    private static final Pattern TRACK = Pattern.compile("([VA])(\\d{0,3})");

    final int line;
    final String number;
    final String reel;
    final String transition;
    final int transitionFrames;
    final Set<Integer> pictureTracks = new TreeSet<>();
    final Set<Integer> soundTracks = new TreeSet<>();
    final String[] labels;
    long sourceIn;
    long sourceOut;
    long recordIn;
    long recordOut;

    String fromName = "";
    String toName = "";

    @Nullable
    String file;

    @Nullable
    String motion;

    String slopeOffsetPower = "";
    String saturation = "";
    final StringBuilder comments = new StringBuilder();

    boolean marker;

    private EdlEvent(
            int line, String number, String reel, String channels, String transition, int frames, String[] labels) {
        this.line = line;
        this.number = number;
        this.reel = reel;
        this.transition = transition;
        this.transitionFrames = frames;
        this.labels = labels;
        assign(channels);
    }

    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        String bounded = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
        StringTokenizer rest = new StringTokenizer(bounded, " \t");
        while (rest.hasMoreTokens()) {
            words.add(rest.nextToken());
        }
        return words;
    }

    /** Whether a line begins as an event does: with its number. */
    static boolean beginsLikeOne(String line) {
        return !line.isEmpty() && line.charAt(0) >= '0' && line.charAt(0) <= '9';
    }

    static @Nullable EdlEvent of(String text, int line) {
        List<String> words = words(text);
        int times = words.size() - 4;
        if (times < 3 || !words.subList(times, times + 4).stream().allMatch(EdlClock::isLabel)) {
            return null;
        }
        String[] labels = words.subList(times, times + 4).toArray(String[]::new);
        int at = times - 1;
        int frames = 0;
        if (at > 2 && words.get(at).matches("\\d{1,6}") && isTransition(words, at - 1)) {
            frames = Integer.parseInt(words.get(at));
            at--;
        }
        String transition = words.get(at);
        if (at > 2 && transition.matches("[BO]") && words.get(at - 1).equals("K")) {
            transition = "K" + transition;
            at--;
        }
        if (at < 2) {
            return null;
        }
        String reel = String.join(" ", words.subList(1, at - 1));
        return new EdlEvent(line, words.getFirst(), reel, words.get(at - 1), transition, frames, labels);
    }

    private static boolean isTransition(List<String> words, int at) {
        return words.get(at).matches("[CDK]|W\\w*|KB|KO|[BO]");
    }

    private void assign(String channels) {
        for (String channel : channels.toUpperCase(Locale.ROOT).split("/", 9)) {
            switch (channel) {
                case "B" -> {
                    pictureTracks.add(1);
                    soundTracks.add(1);
                }
                case "AA" -> soundTracks.addAll(List.of(1, 2));
                case "VA1A2", "VAA" -> {
                    pictureTracks.add(1);
                    soundTracks.addAll(List.of(1, 2));
                }
                default -> assignOne(channel);
            }
        }
    }

    private void assignOne(String channel) {
        Matcher matcher = TRACK.matcher(channel);
        while (matcher.find()) {
            int number = matcher.group(2).isEmpty() ? 1 : Integer.parseInt(matcher.group(2));
            (matcher.group(1).equals("V") ? pictureTracks : soundTracks).add(Math.max(1, number));
        }
    }

    void addSound(String line) {
        words(line).stream()
                .skip(1)
                .filter(word -> word.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .filter(track -> track > 0)
                .forEach(soundTracks::add);
    }

    /** Where one label of the line is marked as drop frame, those that are not count every frame. */
    void read(EdlClock clock) {
        boolean marked = Arrays.stream(labels).anyMatch(label -> label.indexOf(';') >= 0);
        EdlClock own = marked ? clock.marked() : clock;
        sourceIn = own.frame(labels[0], where());
        sourceOut = own.after(sourceIn, own.frame(labels[1], where()));
        recordIn = own.frame(labels[2], where());
        recordOut = own.after(recordIn, own.frame(labels[3], where()));
    }

    String where() {
        return "line " + line + ", event " + number;
    }

    long recordFrames() {
        return recordOut - recordIn;
    }

    boolean isCut() {
        return transition.startsWith("C");
    }

    boolean isBlack() {
        return reel.equals("BL");
    }

    String name() {
        String told = isCut() || (toName.isEmpty() && !fromName.isEmpty()) ? fromName : toName;
        return told.isEmpty() && isBlack() ? "BL" : told;
    }
}
