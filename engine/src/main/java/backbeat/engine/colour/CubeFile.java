package backbeat.engine.colour;

import backbeat.engine.problem.ColourProblems;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code .cube} file: sizes and ranges of the input as Iridas and Adobe ({@code DOMAIN_MIN}) or Resolve ({@code LUT_1D_INPUT_RANGE}) write them, then the rows,
 * of both tables one after the other where there are two. A table with too few rows, too many, or one that is no number is refused: half a table is worse than none.
 */
public final class CubeFile {
    private static final long MOST_BYTES = 256L << 20;
    private static final int LONGEST_LINE = 4096;
    private static final int LARGEST_CURVE = 1 << 16;
    private static final int LARGEST_CUBE = 144;

    private String title = "";
    private int curveSize;
    private int cubeSize;
    private final double[] least = {0, 0, 0};
    private final double[] most = {1, 1, 1};
    private double @Nullable [] curveRange;
    private double @Nullable [] cubeRange;
    private float[] values = {};
    private int filled;

    private CubeFile() {}

    public static LookUpTable read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw ColourProblems.damagedTable("It is larger than any table.")
                        .asException();
            }
            try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                return new CubeFile().table(in);
            }
        } catch (IOException e) {
            throw ColourProblems.unreadable(file.toString()).asException();
        }
    }

    private LookUpTable table(BufferedReader in) throws IOException {
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (line.length() > LONGEST_LINE) {
                throw wrong(number);
            }
            line(line.strip(), number);
        }
        int rows = rows();
        if (rows == 0 || filled != 3 * rows) {
            throw ColourProblems.damagedTable("It has " + filled / 3 + " rows and should have " + rows + ".")
                    .asException();
        }
        for (int channel = 0; channel < 3; channel++) {
            if (least[channel] >= most[channel]) {
                throw ColourProblems.damagedTable("Its domain has no extent.").asException();
            }
        }
        return table();
    }

    private LookUpTable table() {
        float[] forCurves = java.util.Arrays.copyOf(values, 3 * curveSize);
        float[] forCube = java.util.Arrays.copyOfRange(values, 3 * curveSize, filled);
        Optional<LookUpTable.Curves> curves = curveSize == 0
                ? Optional.empty()
                : Optional.of(new LookUpTable.Curves(curveSize, from(curveRange), to(curveRange), forCurves));
        Optional<LookUpTable.Cube> cube = cubeSize == 0
                ? Optional.empty()
                : Optional.of(new LookUpTable.Cube(cubeSize, from(cubeRange), to(cubeRange), forCube));
        return new LookUpTable(title, curves, cube);
    }

    private double[] from(double @Nullable [] range) {
        return range == null ? least : new double[] {range[0], range[0], range[0]};
    }

    private double[] to(double @Nullable [] range) {
        return range == null ? most : new double[] {range[1], range[1], range[1]};
    }

    private int rows() {
        return curveSize + cubeSize * cubeSize * cubeSize;
    }

    private void line(String line, int number) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        StringTokenizer words = new StringTokenizer(line, " \t");
        String first = words.nextToken();
        switch (first) {
            case "TITLE" -> title = line.substring(5).strip().replaceAll("^\"|\"$", "");
            case "LUT_1D_SIZE" -> curveSize = size(words, LARGEST_CURVE, number);
            case "LUT_3D_SIZE" -> cubeSize = size(words, LARGEST_CUBE, number);
            case "DOMAIN_MIN" -> fill(least, words, number);
            case "DOMAIN_MAX" -> fill(most, words, number);
            case "LUT_1D_INPUT_RANGE" -> curveRange = range(words, number);
            case "LUT_3D_INPUT_RANGE" -> cubeRange = range(words, number);
            default -> {
                if (!Character.isLetter(first.charAt(0)) || first.equalsIgnoreCase("nan")) {
                    row(line, number);
                }
            }
        }
    }

    private void row(String line, int number) {
        if (values.length == 0) {
            values = new float[3 * rows()];
        }
        if (filled + 3 > values.length) {
            throw ColourProblems.damagedTable("It has more rows than it says.").asException();
        }
        StringTokenizer words = new StringTokenizer(line, " \t");
        for (int channel = 0; channel < 3; channel++) {
            values[filled++] = (float) number(words, number);
        }
    }

    private int size(StringTokenizer words, int largest, int line) {
        double told = number(words, line);
        if (told < 2 || told > largest || told != Math.rint(told) || filled > 0) {
            throw wrong(line);
        }
        return (int) told;
    }

    private double[] range(StringTokenizer words, int line) {
        double[] range = {number(words, line), number(words, line)};
        if (range[0] >= range[1]) {
            throw wrong(line);
        }
        return range;
    }

    private void fill(double[] domain, StringTokenizer words, int line) {
        for (int channel = 0; channel < 3; channel++) {
            domain[channel] = number(words, line);
        }
    }

    private static double number(StringTokenizer words, int line) {
        try {
            double number = words.hasMoreTokens() ? Double.parseDouble(words.nextToken()) : Double.NaN;
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(line);
        }
        throw wrong(line);
    }

    private static RuntimeException wrong(int line) {
        return ColourProblems.damagedTable("Line " + line + " is not what a table has there.")
                .asException();
    }
}
