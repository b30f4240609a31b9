package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.cut.CutWishes;
import backbeat.engine.cut.StoryClips;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.looks.Depth;
import backbeat.engine.looks.FootageLooks;
import backbeat.engine.sync.SyncResult;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How closely the clips of a cut are looked at; the names are those of the option. */
enum LookingDepth {
    auto,
    full,
    quick,
    none;

    /** Looking at every frame of so much costs about ten minutes on one core. */
    private static final double FULL_UP_TO_SECONDS = 1800;

    /** Only clips that can be cut are looked at: those whose place on the song is certain, and those that tell the story. */
    FootageLooks at(Footage footage, SyncResult sync, CutWishes wishes, Backbeat backbeat, Work work) {
        if (this == none) {
            return FootageLooks.NONE;
        }
        Set<String> cuttableClips = sync.clips().stream()
                .filter(clip -> clip.isMatched() && clip.matches().stream().anyMatch(SyncResult.Match::sure))
                .map(SyncResult.ClipSync::path)
                .collect(Collectors.toSet());
        StoryClips.of(footage, sync, wishes).forEach(clip -> cuttableClips.add(clip.path()));
        List<Clip> clips = footage.clips().stream()
                .filter(clip -> cuttableClips.contains(clip.path()))
                .toList();
        double seconds = clips.stream()
                .mapToDouble(clip -> clip.facts().duration().toDouble())
                .sum();
        boolean every = this == full || (this == auto && seconds <= FULL_UP_TO_SECONDS);
        Footage cuttable = new Footage(footage.folder(), footage.cards(), clips, footage.files(), footage.findings());
        return backbeat.looks(cuttable, every ? Depth.EVERY_FRAME : Depth.KEY_FRAMES, work);
    }
}
