package backbeat.engine.song;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Numbers found by training, kept as text beside the classes: a line has the name of an array, its shape, its numbers. */
final class Weights {
    private final String resource;
    private final Map<String, float[]> arrays = new HashMap<>();

    Weights(String resource) {
        this.resource = resource;
        try (InputStream stream = Objects.requireNonNull(Weights.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] words = line.split(" ", -1);
                float[] numbers = new float[words.length - 2];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = Float.parseFloat(words[i + 2]);
                }
                arrays.put(words[0], numbers);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    float[] array(String name) {
        return Objects.requireNonNull(arrays.get(name), () -> resource + " has no " + name);
    }
}
