package backbeat.engine.media;

import java.util.Set;

/**
 * Brings high dynamic range (PQ of HDR10, HLG of phones and broadcast) into the standard range of BT.709, which films and thumbnails here have.
 *
 * <p>Linear light counted in reference whites of 203 nits (ITU-R BT.2408), BT.2020 to BT.709 primaries, then a curve that leaves dark and middle tones as they are
 * and bends what is brighter, up to 1000 nits, into the last steps below white. Without it such pictures look grey and pale.
 */
final class ToneMap {
    private static final Set<String> HIGH_RANGE = Set.of("smpte2084", "arib-std-b67");

    private ToneMap() {}

    static boolean isNeededFor(VideoFacts video) {
        return HIGH_RANGE.contains(video.colour().transfer());
    }

    /** The scaling itself, with the mapping after it where it is needed: small pictures cost less. */
    static String after(String scale, VideoFacts video) {
        if (!isNeededFor(video)) {
            return scale;
        }
        return String.join(
                ",",
                scale,
                "format=yuv420p10le",
                "zscale=tin=" + video.colour().transfer() + ":min=2020_ncl:pin=2020:rin=" + range(video)
                        + ":t=linear:npl=203",
                "format=gbrpf32le",
                "zscale=p=709",
                "tonemap=mobius:param=0.5:peak=5:desat=0",
                "zscale=t=709:m=709:r=limited",
                "format=yuv420p");
    }

    private static String range(VideoFacts video) {
        return video.colour().range().equals("pc") ? "full" : "limited";
    }
}
