package backbeat.engine.song;

/** Rows of numbers over time whose mean over any stretch costs one subtraction. */
final class Averages {
    private final double[][] sums;
    private final double rowsPerSecond;
    private final int width;

    Averages(float[][] rows, double rowsPerSecond) {
        this.rowsPerSecond = rowsPerSecond;
        width = rows.length == 0 ? 0 : rows[0].length;
        sums = new double[rows.length + 1][width];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < width; k++) {
                sums[i + 1][k] = sums[i][k] + rows[i][k];
            }
        }
    }

    int width() {
        return width;
    }

    int rows() {
        return sums.length - 1;
    }

    /** A row as it was given. */
    float[] row(int index) {
        float[] row = new float[width];
        for (int k = 0; k < width; k++) {
            row[k] = (float) (sums[index + 1][k] - sums[index][k]);
        }
        return row;
    }

    /** Mean row between two times; at least one row is taken. */
    double[] mean(double from, double to) {
        int last = sums.length - 1;
        int begin = Math.clamp(Math.round(from * rowsPerSecond), 0, Math.max(0, last - 1));
        int end = Math.clamp(Math.round(to * rowsPerSecond), begin + 1, Math.max(begin + 1, last));
        double[] mean = new double[width];
        if (last == 0) {
            return mean;
        }
        for (int k = 0; k < width; k++) {
            mean[k] = (sums[end][k] - sums[begin][k]) / (end - begin);
        }
        return mean;
    }

    /** Cosine of the angle between two vectors; 1 when both are silent. */
    static double cosine(double[] a, double[] b) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return aa < 1e-12 && bb < 1e-12 ? 1 : dot / Math.sqrt(aa * bb + 1e-18);
    }
}
