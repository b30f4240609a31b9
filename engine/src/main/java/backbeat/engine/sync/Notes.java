package backbeat.engine.sync;

import backbeat.engine.sync.SyncExplanation.Channel;
import backbeat.engine.sync.SyncExplanation.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Collects the steps of a clip, stretch by stretch. */
final class Notes implements Trace {
    private final List<Stretch> stretches = new ArrayList<>();
    private List<SyncStep> steps = new ArrayList<>();

    @Override
    public void take(Supplier<SyncStep> step) {
        steps.add(step.get());
    }

    @Override
    public void listen(double clipStart, double seconds, double[] energy, int heard, boolean silent) {
        steps = new ArrayList<>();
        @Nullable Integer channel = heard < 0 || energy[heard] < 0 ? null : heard;
        stretches.add(new Stretch(clipStart, seconds, channels(energy), channel, silent, steps));
    }

    private static List<Channel> channels(double[] energy) {
        double loudest = Arrays.stream(energy).max().orElse(0);
        return IntStream.range(0, energy.length)
                .mapToObj(c -> new Channel(c, decibels(energy[c], loudest), energy[c] < 0))
                .toList();
    }

    private static @Nullable Double decibels(double energy, double loudest) {
        return energy > 0 && loudest > 0 ? Noted.tenths(10 * Math.log10(energy / loudest)) : null;
    }

    List<Stretch> stretches() {
        return stretches.stream()
                .map(each -> new Stretch(
                        each.clipStart(),
                        each.seconds(),
                        each.channels(),
                        each.heard(),
                        each.silent(),
                        List.copyOf(each.steps())))
                .toList();
    }
}
