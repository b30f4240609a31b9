package backbeat.engine.render;

import backbeat.engine.colour.ColourDecision.Rgb;
import backbeat.engine.colour.CubeFile;
import backbeat.engine.colour.LookUpTable;
import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.media.ColourStep;
import backbeat.engine.media.ColourStep.Table.Kind;
import backbeat.engine.problem.ColourProblems;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Opens tables of colours. They are read by us and written anew in a form that FFmpeg reads fully and quickly: it knows neither the ranges that Resolve writes nor curves before a
 * cube. A damaged table is refused here, with its line.
 */
final class Tables {
    private static final int VERSION = 2;

    /** What .m3d files count up to at most. */
    private static final int WHOLE = (1 << 24) - 1;

    private static final String WHOLE_NUMBERS = "in ";

    private static final int NAME_BYTES = 16;
    private static final Pattern CUBIC = Pattern.compile("(?m)^\\s*LUT_3D_SIZE\\b");
    private static final Pattern CURVE = Pattern.compile("(?m)^\\s*LUT_1D_SIZE\\b");

    private final Vault vault;

    Tables(Vault vault) {
        this.vault = vault;
    }

    /** @return what is to be applied one after the other: curves, a cube, or both */
    List<ColourStep> open(Path cube, Work work) {
        try {
            byte[] content = Files.readAllBytes(cube);
            String text = new String(content, StandardCharsets.ISO_8859_1);
            List<ColourStep> steps = new ArrayList<>();
            boolean hasCurve = CURVE.matcher(text).find();
            if (hasCurve) {
                steps.add(step(cube, content, false, work));
            }
            if (!hasCurve || CUBIC.matcher(text).find()) {
                steps.add(step(cube, content, true, work));
            }
            return steps;
        } catch (IOException e) {
            throw ColourProblems.unreadable(cube.toString()).asException();
        }
    }

    private ColourStep step(Path cube, byte[] content, boolean cubic, Work work) {
        String name = name(content) + (cubic ? "c" : "l");
        Path table = vault.getFile(new Rewriting(cube, name, cubic), work);
        try {
            return new ColourStep.Table(table, name, kindOf(table, cubic));
        } catch (IOException e) {
            throw ColourProblems.unreadable(cube.toString()).asException();
        }
    }

    private static Kind kindOf(Path table, boolean cubic) throws IOException {
        if (!cubic) {
            return Kind.CURVES;
        }
        try (BufferedReader in = Files.newBufferedReader(table, StandardCharsets.US_ASCII)) {
            return String.valueOf(in.readLine()).startsWith(WHOLE_NUMBERS) ? Kind.WHOLE_NUMBERS : Kind.CUBE;
        }
    }

    private static String name(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Rewriting(Path cube, String name, boolean cubic) implements Derivation<Path> {
        @Override
        public Key key() {
            return Key.of("look-table", VERSION).with("content", name);
        }

        @Override
        public void derive(Path target, Work work) throws IOException {
            LookUpTable table = CubeFile.read(cube);
            try (BufferedWriter out = Files.newBufferedWriter(target, StandardCharsets.US_ASCII)) {
                if (cubic && isFromZeroToOne(table.cube().orElseThrow())) {
                    writeWhole(table.cube().orElseThrow(), out);
                } else if (cubic) {
                    write(table.cube().orElseThrow(), out);
                } else {
                    write(table.curves().orElseThrow(), out);
                }
            }
        }

        private static void write(LookUpTable.Curves curves, BufferedWriter out) throws IOException {
            head("LUT_1D_SIZE ", curves, out);
            for (int i = 0; i < curves.size(); i++) {
                out.write(numbers(curves.at(i)) + "\n");
            }
        }

        /** Red changes fastest. */
        private static void write(LookUpTable.Cube cube, BufferedWriter out) throws IOException {
            head("LUT_3D_SIZE ", cube, out);
            for (int blue = 0; blue < cube.size(); blue++) {
                for (int green = 0; green < cube.size(); green++) {
                    for (int red = 0; red < cube.size(); red++) {
                        out.write(numbers(cube.at(red, green, blue)) + "\n");
                    }
                }
            }
        }

        private static boolean isFromZeroToOne(LookUpTable.Cube cube) {
            return cube.inputFrom().equals(new Rgb(0, 0, 0)) && cube.inputTo().equals(new Rgb(1, 1, 1));
        }

        /** Blue changes fastest. */
        private static void writeWhole(LookUpTable.Cube cube, BufferedWriter out) throws IOException {
            int size = cube.size();
            out.write(WHOLE_NUMBERS + size * size * size + "\nout " + (WHOLE + 1) + "\nvalues red green blue\n");
            for (int red = 0; red < size; red++) {
                for (int green = 0; green < size; green++) {
                    for (int blue = 0; blue < size; blue++) {
                        out.write(wholeNumbers(cube.at(red, green, blue)) + "\n");
                    }
                }
            }
        }

        private static String wholeNumbers(Rgb colour) {
            return Math.round(colour.red() * WHOLE) + " " + Math.round(colour.green() * WHOLE) + " "
                    + Math.round(colour.blue() * WHOLE);
        }

        private static void head(String word, LookUpTable.Rows rows, BufferedWriter out) throws IOException {
            out.write(word + rows.size() + "\n");
            out.write("DOMAIN_MIN " + numbers(rows.inputFrom()) + "\n");
            out.write("DOMAIN_MAX " + numbers(rows.inputTo()) + "\n");
        }

        private static String numbers(Rgb colour) {
            return String.format(Locale.ROOT, "%.7f %.7f %.7f", colour.red(), colour.green(), colour.blue());
        }

        @Override
        public Path read(Path kept) {
            return kept;
        }
    }
}
