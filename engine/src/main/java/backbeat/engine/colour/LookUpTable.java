package backbeat.engine.colour;

import java.util.Optional;

/** A table of colours: curves for each of red, green and blue, a cube, or both, where the curves come first. Between its entries it is linear; beyond its ends it stays. */
public final class LookUpTable {
    private final String title;
    private final Optional<Curves> curves;
    private final Optional<Cube> cube;

    LookUpTable(String title, Optional<Curves> curves, Optional<Cube> cube) {
        if (curves.isEmpty() && cube.isEmpty()) {
            throw new IllegalArgumentException("a table needs curves or a cube");
        }
        this.title = title;
        this.curves = curves;
        this.cube = cube;
    }

    /** Empty where the file tells none. */
    public String title() {
        return title;
    }

    /** One-dimensional tables; before a cube they are its shaper. */
    public Optional<Curves> curves() {
        return curves;
    }

    public Optional<Cube> cube() {
        return cube;
    }

    public ColourDecision.Rgb apply(ColourDecision.Rgb in) {
        double[] colour = {in.red(), in.green(), in.blue()};
        curves.ifPresent(table -> table.apply(colour));
        cube.ifPresent(table -> table.apply(colour));
        return new ColourDecision.Rgb(colour[0], colour[1], colour[2]);
    }

    /** Rows of three numbers over a range of inputs. */
    public abstract static sealed class Rows permits Curves, Cube {
        private final int size;
        private final double[] least;
        private final double[] most;
        private final float[] values;

        Rows(int size, double[] least, double[] most, float[] values) {
            this.size = size;
            this.least = least.clone();
            this.most = most.clone();
            this.values = values;
        }

        /** Entries along one side. */
        public int size() {
            return size;
        }

        public ColourDecision.Rgb inputFrom() {
            return new ColourDecision.Rgb(least[0], least[1], least[2]);
        }

        public ColourDecision.Rgb inputTo() {
            return new ColourDecision.Rgb(most[0], most[1], most[2]);
        }

        /** @param channel 0 red, 1 green, 2 blue */
        final double entry(int row, int channel) {
            return values[3 * row + channel];
        }

        /** Where between the first and the last entry a value lies. */
        final double position(double value, int channel) {
            double part = (value - least[channel]) / (most[channel] - least[channel]);
            return Math.clamp(part, 0.0, 1.0) * (size - 1);
        }
    }

    /** A table for each channel alone. */
    public static final class Curves extends Rows {
        Curves(int size, double[] least, double[] most, float[] values) {
            super(size, least, most, values);
        }

        /** The three entries of a row. */
        public ColourDecision.Rgb at(int row) {
            return new ColourDecision.Rgb(entry(row, 0), entry(row, 1), entry(row, 2));
        }

        void apply(double[] colour) {
            for (int channel = 0; channel < 3; channel++) {
                double position = position(colour[channel], channel);
                int below = Math.min((int) position, size() - 2);
                double part = position - below;
                colour[channel] = entry(below, channel) * (1 - part) + entry(below + 1, channel) * part;
            }
        }
    }

    /** A table for all three together, red running fastest. */
    public static final class Cube extends Rows {
        Cube(int size, double[] least, double[] most, float[] values) {
            super(size, least, most, values);
        }

        /** The colour at a corner of the cube. */
        public ColourDecision.Rgb at(int red, int green, int blue) {
            int row = red + size() * (green + size() * blue);
            return new ColourDecision.Rgb(entry(row, 0), entry(row, 1), entry(row, 2));
        }

        void apply(double[] colour) {
            int[] below = new int[3];
            double[] part = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                double position = position(colour[axis], axis);
                below[axis] = Math.min((int) position, size() - 2);
                part[axis] = position - below[axis];
            }
            double[] sum = new double[3];
            for (int corner = 0; corner < 8; corner++) {
                double weight = 1;
                int row = 0;
                for (int axis = 2; axis >= 0; axis--) {
                    int beyond = (corner >> axis) & 1;
                    weight *= beyond == 1 ? part[axis] : 1 - part[axis];
                    row = row * size() + below[axis] + beyond;
                }
                for (int channel = 0; channel < 3; channel++) {
                    sum[channel] += weight * entry(row, channel);
                }
            }
            System.arraycopy(sum, 0, colour, 0, 3);
        }
    }
}
