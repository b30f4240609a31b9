package backbeat.engine.take;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.TakeProblems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All clocks of a day, what was learned of them, and the day's clock that follows. */
final class Clocks {
    private static final int LEAST_CLIPS_OF_ONE_CAMERA = 2;
    private static final double AGREE_SECONDS = 2.5;
    private static final double WORTH_TELLING_SECONDS = 0.2;
    private static final double CHANCE_WITHIN_A_CAMERA = 0.01;

    private final List<CameraClock> clocks;
    private final List<SharedSong> shared = new ArrayList<>();
    private final DayClock day;

    /** @param proven clips that ran together whatever their clocks show */
    Clocks(List<Roll> rolls, List<Link> proven) {
        clocks = CameraClock.of(rolls);
        Map<String, List<Roll>> byCamera = new TreeMap<>();
        rolls.forEach(roll -> byCamera.computeIfAbsent(roll.camera(), camera -> new ArrayList<>())
                .add(roll));
        List<CameraClock> usable =
                clocks.stream().filter(clock -> clock.doubt() == null).toList();
        List<ClockRelation> relations = new ArrayList<>(withinCameras(usable));
        List<String> cameras = List.copyOf(byCamera.keySet());
        for (int i = 0; i < cameras.size(); i++) {
            for (int j = i + 1; j < cameras.size(); j++) {
                String first = cameras.get(i);
                String second = cameras.get(j);
                List<SharedSong> pairs = SharedSong.between(
                        byCamera.getOrDefault(first, List.of()), byCamera.getOrDefault(second, List.of()));
                shared.addAll(pairs);
                relations.addAll(betweenCameras(usable, first, second, pairs, proven));
            }
        }
        List<String> silent = cameras.stream()
                .filter(camera -> byCamera.getOrDefault(camera, List.of()).stream()
                        .noneMatch(roll -> roll.isPlaced() || roll.isAmbiguous()))
                .toList();
        day = new DayClock(usable, relations, silent);
    }

    private static List<ClockRelation> betweenCameras(
            List<CameraClock> clocks, String first, String second, List<SharedSong> pairs, List<Link> proven) {
        Set<String> both = Set.of(first, second);
        List<Link> between = proven.stream()
                .filter(link -> both.equals(Set.of(link.a().camera(), link.b().camera())))
                .toList();
        List<ClockRelation> relations = new ArrayList<>();
        for (CameraClock a : clocks) {
            for (CameraClock b : clocks) {
                if (a.camera().equals(first) && b.camera().equals(second)) {
                    ClockVote.relation(a, b, pairs, between).ifPresent(relations::add);
                }
            }
        }
        return relations;
    }

    /** A camera that writes two clocks need not keep them together: the time in a header may be that of a copy. */
    private static List<ClockRelation> withinCameras(List<CameraClock> clocks) {
        List<ClockRelation> relations = new ArrayList<>();
        for (CameraClock a : clocks) {
            for (CameraClock b : clocks) {
                if (a.camera().equals(b.camera()) && a.kind().compareTo(b.kind()) < 0) {
                    withinCamera(a, b).ifPresent(relations::add);
                }
            }
        }
        return relations;
    }

    private static Optional<ClockRelation> withinCamera(CameraClock a, CameraClock b) {
        Map<Double, Double> offsets = new LinkedHashMap<>();
        double grain = 0;
        for (Map.Entry<String, Reading> entry : a.readings().entrySet()) {
            Reading other = b.readings().get(entry.getKey());
            if (other != null) {
                Reading own = entry.getValue();
                offsets.put(own.seconds(), a.difference(b, other.seconds() - own.seconds()));
                grain = Math.max(grain, Math.hypot(own.grain(), other.grain()));
            }
        }
        double[] at = offsets.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double[] values =
                offsets.values().stream().mapToDouble(Double::doubleValue).toArray();
        double middle = ClockLine.median(values);
        for (double value : values) {
            if (Math.abs(value - middle) > AGREE_SECONDS) {
                return Optional.empty();
            }
        }
        if (values.length < LEAST_CLIPS_OF_ONE_CAMERA) {
            return Optional.empty();
        }
        ClockLine line = ClockLine.through(at, values, grain);
        double from = java.util.Arrays.stream(at).min().orElse(0);
        double to = java.util.Arrays.stream(at).max().orElse(0);
        return Optional.of(new ClockRelation(
                a,
                b,
                line.at(),
                line.offset(),
                line.rate(),
                Math.max(grain, line.scatter()),
                values.length,
                CHANCE_WITHIN_A_CAMERA,
                from,
                to));
    }

    DayClock day() {
        return day;
    }

    List<SharedSong> shared() {
        return List.copyOf(shared);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (CameraClock clock : clocks) {
            if (clock.doubt() == CameraClock.Doubt.COUNTS_RECORDING_ONLY) {
                findings.add(Finding.note(TakeProblems.timecodeCountsRecordingOnly(clock.camera())));
            } else if (clock.doubt() == CameraClock.Doubt.OVERLAPPING && clock.kind() == ClockKind.TIMECODE) {
                findings.add(Finding.note(TakeProblems.timecodeRunsTwice(clock.camera())));
            }
        }
        for (ClockRelation relation : day.relations()) {
            boolean two = !relation.first().camera().equals(relation.second().camera());
            if (two && Math.abs(relation.offset()) > WORTH_TELLING_SECONDS) {
                findings.add(Finding.note(TakeProblems.clocksApart(
                        relation.second().camera(),
                        relation.second().kind().words(),
                        Words.span(relation.offset()),
                        relation.offset() < 0 ? "behind" : "ahead of",
                        relation.first().camera(),
                        relation.first().kind().words(),
                        relation.takes())));
            }
        }
        return findings;
    }
}
