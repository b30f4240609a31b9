package backbeat.engine.interchange;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the timelines of an Advanced Authoring Format file as Avid, Premiere and Resolve write it. Only what a timeline needs is read: media within the file stays where
 * it is.
 */
final class AafReader {
    private AafReader() {}

    static ForeignFile read(Path path) throws IOException {
        ReadingFindings findings = new ReadingFindings();
        try (FileChannel channel = FileChannel.open(path)) {
            AafFile file = new AafFile(channel);
            List<ForeignTimeline> timelines = new ArrayList<>();
            for (AafObject mob : timelines(file)) {
                timelines.add(new AafTimeline(file, mob, findings).timeline());
            }
            return new ForeignFile(
                    "aaf", ForeignProgram.named(file.writer()), "", List.copyOf(timelines), findings.told());
        } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw CompoundFile.damaged("A number in it is out of any sensible range.");
        }
    }

    /** The compositions that say they are the top, else those that no other refers to. */
    private static List<AafObject> timelines(AafFile file) throws IOException {
        List<AafObject> told = new ArrayList<>();
        List<AafObject> compositions = new ArrayList<>();
        for (AafObject mob : file.mobs()) {
            if (mob.kind() == AafModel.COMPOSITION_MOB) {
                compositions.add(mob);
                if (AafModel.TOP_LEVEL.equals(mob.identity(AafModel.USAGE))) {
                    told.add(mob);
                }
            }
        }
        if (!told.isEmpty()) {
            return told;
        }
        Set<String> used = new HashSet<>();
        for (AafObject composition : compositions) {
            for (AafObject slot : composition.objects(AafModel.SLOTS)) {
                AafObject segment = slot.object(AafModel.SEGMENT);
                collect(segment, used, 0);
            }
        }
        return compositions.stream()
                .filter(mob -> !used.contains(String.valueOf(mob.mobId(AafModel.MOB_ID))))
                .toList();
    }

    private static void collect(@Nullable AafObject segment, Set<String> used, int depth) throws IOException {
        if (segment == null || depth > 50) {
            return;
        }
        String id = segment.mobId(AafModel.SOURCE_MOB_ID);
        if (id != null) {
            used.add(id);
        }
        for (int owned : new int[] {
            AafModel.COMPONENTS, AafModel.INPUTS, AafModel.SCOPE_SLOTS, AafModel.ALTERNATES, AafModel.CHOICES
        }) {
            for (AafObject part : segment.objects(owned)) {
                collect(part, used, depth + 1);
            }
        }
        collect(segment.object(AafModel.SELECTED), used, depth + 1);
    }
}
