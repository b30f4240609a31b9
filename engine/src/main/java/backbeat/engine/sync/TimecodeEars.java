package backbeat.engine.sync;

import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Ltc;
import backbeat.engine.sync.SyncResult.Reason;
import java.util.List;
import java.util.stream.IntStream;

/** Listens for linear timecode on every channel of a clip, and keeps those that carry it from the search for the song: they are loud and repeat every frame. */
final class TimecodeEars {
    private final List<TimecodeEar> ears;

    TimecodeEars(int channels) {
        ears = IntStream.range(0, channels)
                .mapToObj(channel -> new TimecodeEar(null, channel))
                .toList();
    }

    /** Takes the next samples of all channels. */
    void hear(float[][] channels, int from, int count) {
        for (int c = 0; c < channels.length; c++) {
            ears.get(c).hear(channels[c], from, count);
        }
    }

    /** Gives channels that carried timecode since a clip time less energy than silence. */
    void leaveOutTimecode(double[] energy, double since) {
        for (int c = 0; c < energy.length; c++) {
            if (ears.get(c).heardSince(since)) {
                energy[c] = -1;
            }
        }
    }

    /** The clip's result with the timecode that was read. */
    ClipSync tell(ClipSync clip) {
        List<Ltc> runs =
                ears.stream().map(TimecodeEar::finish).flatMap(List::stream).toList();
        Reason reason = clip.reason();
        boolean allTimecode = reason != null
                && reason.code().equals(Reasons.NO_SOUND)
                && ears.stream().allMatch(ear -> ear.heardSince(0));
        return clip.answered(
                        clip.verdict(), allTimecode ? Reasons.ONLY_TIMECODE : reason, clip.matches(), clip.source())
                .withLtc(runs);
    }
}
