package backbeat.engine.sync;

import backbeat.engine.footage.Clip;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.SyncProblems;
import backbeat.engine.sync.SyncResult.ClipSync;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Timecode on a day of several songs, when their sound has been settled. Each song learns from its own clips, or is told its start. A clip that the timecode of two songs
 * claims, as when each playback file began at the same label, belongs to neither.
 */
final class AlbumTimecode {
    private final List<String> songNames;
    private final List<Clip> footage;

    AlbumTimecode(List<String> songNames, List<Clip> footage) {
        this.songNames = songNames;
        this.footage = footage;
    }

    /** @throws backbeat.engine.problem.ProblemException when starts were told, but not one for each song */
    static void refuseUnpaired(List<SongAt> songAt, int songs) {
        if (!songAt.isEmpty() && songAt.size() != songs) {
            throw SyncProblems.songAtForEachSong(songAt.size(), songs).asException();
        }
    }

    List<SyncResult> placed(List<SyncResult> settled, List<SongAt> songAt) {
        List<SyncResult> placed = new ArrayList<>();
        for (int song = 0; song < settled.size(); song++) {
            List<SongAt> own = songAt.isEmpty() ? List.of() : List.of(songAt.get(song));
            SyncResult heard = settled.get(song);
            placed.add(new TimecodePlaces(heard.song().seconds(), own, footage).placed(heard));
        }
        List<SyncResult> told = new ArrayList<>();
        for (int song = 0; song < settled.size(); song++) {
            told.add(shared(song, settled, placed));
        }
        return told;
    }

    /** One song's result without the clips that other songs claim too. */
    private SyncResult shared(int song, List<SyncResult> settled, List<SyncResult> placed) {
        SyncResult own = placed.get(song);
        Set<Finding> findings = new LinkedHashSet<>(own.findings());
        List<ClipSync> clips = new ArrayList<>();
        for (int i = 0; i < own.clips().size(); i++) {
            ClipSync before = settled.get(song).clips().get(i);
            List<Integer> claiming = claiming(i, settled, placed);
            boolean mine = claiming.contains(song);
            if (mine && claiming.size() > 1) {
                String names =
                        String.join(", ", claiming.stream().map(songNames::get).toList());
                findings.add(Finding.warning(SyncProblems.timecodeFitsSeveral(before.path(), names)));
                clips.add(before);
            } else if (!mine && claiming.size() == 1) {
                clips.add(before.answered(
                        "unmatched", Reasons.otherSong(songNames.get(claiming.getFirst())), List.of(), null));
            } else {
                clips.add(own.clips().get(i));
            }
        }
        return new SyncResult(
                own.contract(), own.song(), List.copyOf(clips), own.groups(), own.cameras(), List.copyOf(findings));
    }

    /** Songs in which timecode placed a clip that sound did not; clips stand in the same order in all. */
    private static List<Integer> claiming(int clip, List<SyncResult> settled, List<SyncResult> placed) {
        List<Integer> claiming = new ArrayList<>();
        for (int song = 0; song < settled.size(); song++) {
            boolean open = settled.get(song).clips().get(clip).matches().isEmpty();
            if (open && !placed.get(song).clips().get(clip).matches().isEmpty()) {
                claiming.add(song);
            }
        }
        return claiming;
    }
}
