package backbeat.studio.review;

import backbeat.engine.problem.Problem;
import java.util.regex.Pattern;

/**
 * What a comment says, and what was drawn with it.
 *
 * @param drawing lines between semicolons, each of points between spaces, each as {@code x,y} in parts of the picture's width and height; empty for none
 */
public record Note(String words, String drawing) {
    private static final int LONGEST = 4000;
    private static final int LONGEST_DRAWING = 20_000;
    private static final String NUMBER = "(?:0(?:\\.\\d{1,4})?|1(?:\\.0{1,4})?)";
    private static final String POINT = NUMBER + "," + NUMBER;
    private static final String LINE = POINT + "(?: " + POINT + ")*+";
    private static final Pattern DRAWING = Pattern.compile("(?:" + LINE + "(?:;" + LINE + ")*+)?");

    public Note {
        words = words.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw new Problem(
                            "review/words", "A comment needs words.", "", "", "Write 1 to " + LONGEST + " characters.")
                    .asException();
        }
        if (drawing.length() > LONGEST_DRAWING || !DRAWING.matcher(drawing).matches()) {
            throw new Problem(
                            "review/drawing",
                            "The drawing cannot be kept.",
                            "",
                            "It is too long, or no drawing.",
                            "Draw it with fewer lines, or say it in words.")
                    .asException();
        }
    }

    public static Note of(String words) {
        return new Note(words, "");
    }
}
