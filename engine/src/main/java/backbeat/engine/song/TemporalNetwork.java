package backbeat.engine.song;

import java.util.ArrayList;
import java.util.List;

/**
 * A small network that hears rows of numbers in order and says some numbers about each of them.
 *
 * <p>A temporal convolutional network (van den Oord and others, "WaveNet", 2016; Davies and Böck, "Temporal convolutional networks for musical audio beat tracking", EUSIPCO
 * 2019): each layer looks at rows twice as far apart as the layer before, and adds to what that one said. What a value is usually like and how much it varies is part of the
 * first layer's weights.
 */
final class TemporalNetwork {
    private final float[] mean;
    private final Layer first;
    private final List<Layer> wide = new ArrayList<>();
    private final List<Layer> mix = new ArrayList<>();
    private final Layer last;

    /** @param layers that look ever wider */
    TemporalNetwork(String resource, int layers) {
        Weights weights = new Weights(resource);
        mean = weights.array("mean");
        first = new Layer(weights, "first", mean.length, 1);
        int channels = weights.array("first.bias").length;
        for (int i = 0; i < layers; i++) {
            wide.add(new Layer(weights, "wide." + i, channels, 1 << i));
            mix.add(new Layer(weights, "mix." + i, channels, 1));
        }
        last = new Layer(weights, "last", channels, 1);
    }

    /** How many numbers are said of each row. */
    int outputs() {
        return last.outputs;
    }

    /** What is said of the rows, one after the other. */
    float[] hear(float[][] rows) {
        int frames = rows.length;
        float[] input = new float[frames * mean.length];
        for (int i = 0; i < frames; i++) {
            for (int k = 0; k < mean.length; k++) {
                input[i * mean.length + k] = rows[i][k] - mean[k];
            }
        }
        float[] state = positive(first.apply(input, frames));
        for (int i = 0; i < wide.size(); i++) {
            float[] more = mix.get(i).apply(positive(wide.get(i).apply(state, frames)), frames);
            for (int k = 0; k < state.length; k++) {
                state[k] += more[k];
            }
        }
        return last.apply(positive(state), frames);
    }

    private static float[] positive(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] > 0 ? values[i] : 0;
        }
        return values;
    }

    /** Weighted sums over some moments around each moment; beyond the ends all is zero. */
    private static final class Layer {
        private final int inputs;
        private final int outputs;
        private final int taps;
        private final int apart;
        private final float[] bias;
        /** By moment, input and output: the outputs of one input lie side by side. */
        private final float[] weights;

        Layer(Weights stored, String name, int inputs, int apart) {
            this.inputs = inputs;
            this.apart = apart;
            bias = stored.array(name + ".bias");
            outputs = bias.length;
            float[] ordered = stored.array(name + ".weight");
            taps = ordered.length / inputs / outputs;
            weights = new float[ordered.length];
            for (int out = 0; out < outputs; out++) {
                for (int in = 0; in < inputs; in++) {
                    for (int tap = 0; tap < taps; tap++) {
                        weights[(tap * inputs + in) * outputs + out] = ordered[(out * inputs + in) * taps + tap];
                    }
                }
            }
        }

        float[] apply(float[] input, int frames) {
            float[] result = new float[frames * outputs];
            float[] sums = new float[outputs];
            for (int frame = 0; frame < frames; frame++) {
                System.arraycopy(bias, 0, sums, 0, outputs);
                for (int tap = 0; tap < taps; tap++) {
                    int at = frame + (tap - taps / 2) * apart;
                    if (at >= 0 && at < frames) {
                        add(input, at * inputs, tap * inputs * outputs, sums);
                    }
                }
                System.arraycopy(sums, 0, result, frame * outputs, outputs);
            }
            return result;
        }

        /** Four inputs at a time: a sum is fetched and stored a fourth as often. */
        private void add(float[] input, int from, int firstWeight, float[] sums) {
            float[] weights = this.weights;
            int outputs = this.outputs;
            int weight = firstWeight;
            int in = 0;
            for (; in + 3 < inputs; in += 4) {
                float a = input[from + in];
                float b = input[from + in + 1];
                float c = input[from + in + 2];
                float d = input[from + in + 3];
                int second = weight + outputs;
                int third = second + outputs;
                int fourth = third + outputs;
                for (int out = 0; out < outputs; out++) {
                    sums[out] += a * weights[weight + out]
                            + b * weights[second + out]
                            + c * weights[third + out]
                            + d * weights[fourth + out];
                }
                weight = fourth + outputs;
            }
            for (; in < inputs; in++) {
                float value = input[from + in];
                for (int out = 0; out < outputs; out++) {
                    sums[out] += value * weights[weight + out];
                }
                weight += outputs;
            }
        }
    }
}
