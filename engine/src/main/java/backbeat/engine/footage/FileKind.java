package backbeat.engine.footage;

import java.util.Locale;
import java.util.Set;

/** What a file says it is by its name and folder. Only {@link #MEDIA} is opened. */
enum FileKind {
    MEDIA,
    RAW_PICTURE,
    SIDE_FILE,
    STILL,
    OTHER;

    private static final Set<String> MEDIA_ENDINGS = Set.of(
            "mov", "mp4", "m4v", "mxf", "mts", "m2ts", "m2t", "ts", "avi", "mkv", "webm", "3gp", "3g2", "mpg", "mpeg",
            "vob", "dv", "asf", "wmv", "insv", "360", "mod", "tod", "wav", "wave", "bwf", "rf64", "w64", "aif", "aiff",
            "flac", "mp3", "m4a", "aac", "ogg", "oga", "opus");

    /** Endings that other programs use more than cameras do: TypeScript, modules of music trackers and of programs. */
    private static final Set<String> DOUBTFUL_ENDINGS = Set.of("ts", "mod", "tod", "dv", "360");

    /** Formats of cinema cameras that FFmpeg cannot decode. */
    private static final Set<String> RAW_ENDINGS = Set.of("r3d", "braw", "ari", "arx", "crm", "nraw", "rdc");

    private static final Set<String> SIDE_ENDINGS = Set.of(
            "xml", "thm", "lrv", "lrf", "bim", "bin", "srt", "mhl", "smi", "sidecar", "xmp", "cpf", "clpi", "cpi",
            "mpls", "mpl", "bdmv", "bdm", "bnp", "ppn", "cif", "idx", "tdt", "tid", "rmd", "ale", "sav", "md5", "sha1",
            "xxh64", "xxh128", "c4", "moi", "pek", "cfa", "drx", "edl", "gis", "glv", "dat", "ind", "inf");

    private static final Set<String> STILL_ENDINGS = Set.of(
            "jpg", "jpeg", "jpe", "png", "heic", "heif", "avif", "tif", "tiff", "dng", "cr2", "cr3", "crw", "nef",
            "nrw", "arw", "srf", "sr2", "raf", "rw2", "orf", "pef", "gpr", "gif", "bmp", "webp", "psd", "exr", "dpx");

    /** Folders in which cards keep thumbnails, proxies of their own and lists. */
    private static final Set<String> SIDE_FOLDERS =
            Set.of("thmbnl", "sub", "general", "takr", "clipinf", "playlist", "backup", "icon", "proxy");

    static FileKind of(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (isHidden(lower)) {
            return SIDE_FILE;
        }
        String ending = endingOf(lower);
        boolean media = MEDIA_ENDINGS.contains(ending);
        if (SIDE_ENDINGS.contains(ending) || (!media && liesInSideFolder(lower)) || isCardProxy(lower)) {
            return SIDE_FILE;
        }
        if (media) {
            return MEDIA;
        }
        return RAW_ENDINGS.contains(ending) ? RAW_PICTURE : STILL_ENDINGS.contains(ending) ? STILL : OTHER;
    }

    /** Whether the name alone says that this is footage. */
    static boolean isSurelyMedia(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return of(path) == MEDIA && !DOUBTFUL_ENDINGS.contains(endingOf(lower));
    }

    private static String endingOf(String lower) {
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    /** Also AppleDouble twins such as {@code ._C0001.MP4}, and everything in a hidden folder. */
    private static boolean isHidden(String lower) {
        return lower.startsWith(".") || lower.contains("/.");
    }

    private static boolean liesInSideFolder(String lower) {
        String[] steps = lower.split("/", -1);
        for (int i = 0; i < steps.length - 1; i++) {
            if (SIDE_FOLDERS.contains(steps[i])) {
                return true;
            }
        }
        return false;
    }

    /** Sony keeps small copies of its clips in {@code M4ROOT/SUB}. */
    private static boolean isCardProxy(String lower) {
        return lower.contains("m4root/sub/");
    }
}
