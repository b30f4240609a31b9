package backbeat.engine.problem;

/** Problems of media files and FFmpeg, with their words. */
public final class MediaProblems {
    private MediaProblems() {}

    public static Problem noFfmpegForPlatform(String platform) {
        return new Problem(
                "media/no-ffmpeg",
                "There is no FFmpeg for this platform in the program.",
                platform,
                "The program brings FFmpeg for Linux on x86-64 only.",
                "Install FFmpeg 5.1 or newer and name it by the setting BACKBEAT_FFMPEG.");
    }

    public static Problem ffmpegDoesNotRun(String program, String cause) {
        return new Problem(
                "media/ffmpeg-does-not-run",
                "FFmpeg does not run.",
                program,
                cause,
                "Install FFmpeg 5.1 or newer (with ffprobe beside it) and name it by the setting BACKBEAT_FFMPEG.");
    }

    public static Problem ffmpegFailed(String file, String cause) {
        return new Problem(
                "media/ffmpeg-failed",
                "FFmpeg could not finish this file.",
                file,
                cause,
                "Check that the disk has room and that the media are where they were, and run the same command again.");
    }

    public static Problem mediaUnreadable(String file, String cause) {
        return new Problem(
                "media/unreadable",
                "This file cannot be read.",
                file,
                cause,
                "Copy it from the card again, or leave it out.");
    }

    public static Problem notRegularFile(String file, String cause) {
        return new Problem("media/not-a-file", "This is not a regular file.", file, cause, "Name a media file itself.");
    }

    public static Problem notMedia(String file, String cause) {
        return new Problem(
                "media/not-media",
                "This is no media file that can be read safely.",
                file,
                cause,
                "Convert it to MP4, MOV or WAV with a program you trust, or leave it out.");
    }

    public static Problem mediaIndexLost(String file) {
        return new Problem(
                "media/index-lost",
                "The index of this recording is missing.",
                file,
                "The camera was probably stopped before it could close the file.",
                "Repair it in the camera that made it or with a repair program, then try again.");
    }

    public static Problem noStream(String file) {
        return new Problem(
                "media/no-stream",
                "There is neither picture nor sound in this file.",
                file,
                "",
                "Check that the right file was copied, or leave it out.");
    }

    public static Problem mediaImplausible(String file, String cause) {
        return new Problem(
                "media/implausible",
                "What this file says of itself cannot be true.",
                file,
                cause,
                "Copy it from the card again, or leave it out.");
    }

    public static Problem pictureUndecodable(String file, String cause) {
        return new Problem(
                "media/no-picture-decodes",
                "No picture of this file can be decoded.",
                file,
                cause,
                "If it is a reference movie, use the file it refers to; otherwise convert it to MP4 or MOV.");
    }

    public static Problem mediaTimeout(String file) {
        return new Problem(
                "media/timeout",
                "Reading this file took too long and was stopped.",
                file,
                "The file is damaged, or the disk it lies on is very slow.",
                "Copy it to a local disk and try again, or leave it out.");
    }

    public static Problem noSound(String file) {
        return new Problem(
                "media/no-sound",
                "There is no sound in this file.",
                file,
                "",
                "Name a file that has sound, or leave it out.");
    }

    public static Problem noPicture(String file) {
        return new Problem(
                "media/no-picture",
                "There is no picture in this file.",
                file,
                "",
                "Name a file that has pictures, or leave it out.");
    }

    public static Problem badSamples(String file, long samples) {
        return new Problem(
                "media/bad-samples",
                (samples == 1 ? "1 sample is" : samples + " samples are")
                        + " no sound (not a number, or far too loud) and read as silence.",
                file,
                "The program that wrote the file made a mistake.",
                "Write the sound again as 24-bit WAV if you hear gaps.");
    }

    public static Problem cutShort(String file, String found, String announced) {
        return new Problem(
                "media/cut-short",
                "The file holds " + found + " but announces " + announced + ".",
                file,
                "It was cut short or its header is wrong; what is there is used.",
                "Copy it from the card again if the end is missing.");
    }

    public static Problem variableRate(String file, String rate) {
        return new Problem(
                "media/variable-rate",
                "The frames come at a variable rate, about " + rate + " a second.",
                file,
                "Phones and screen recorders do this.",
                "Nothing is needed here; set phones to a constant rate for the next shoot.");
    }

    public static Problem noColourTags(String file, String taken) {
        return new Problem(
                "media/no-colour-tags",
                "The file does not say how its colours are meant; " + taken + " is taken.",
                file,
                "",
                "Nothing is needed unless the colours look wrong.");
    }

    public static Problem hiddenFrames(String file, long frames) {
        return new Problem(
                "media/hidden-frames",
                (frames == 1 ? "1 frame is" : frames + " frames are") + " in the file but not shown.",
                file,
                "Its edit list hides them, as after trimming without encoding.",
                "Nothing is needed: frames are counted from the first that is shown.");
    }

    public static Problem manyStreams(String file, int streams) {
        return new Problem(
                "media/many-streams",
                "The file has " + streams + " streams; one picture and one sound are used.",
                file,
                "",
                "Check that it is the file you meant.");
    }

    public static Problem severalPictures(String file, int pictures) {
        return new Problem(
                "media/several-pictures",
                "The file has " + pictures + " pictures; the default one is used.",
                file,
                "",
                "Split the file if you want another one.");
    }

    public static Problem ffmpegLacks(String names) {
        return new Problem(
                "media/ffmpeg-lacks",
                "This FFmpeg cannot do everything that is needed.",
                "",
                "It lacks " + names + ".",
                "Leave BACKBEAT_FFMPEG away to use the one that comes with Backbeat, or name a build that has them.");
    }

    public static Problem otherSound(String file, int sound) {
        return new Problem(
                "media/other-sound",
                "Its first sound track is silent; track " + sound + " is used.",
                file,
                "",
                "Nothing to do.");
    }

    public static Problem rateImplausible(String file, String rate) {
        return new Problem(
                "media/rate-implausible",
                "The file has " + rate + " frames a second, which no camera makes.",
                file,
                "Its header is damaged, or frames are missing.",
                "Copy it from the card again, or leave it out.");
    }

    public static Problem sizeDiffers(String file, String told, String found) {
        return new Problem(
                "media/size-differs",
                "The header says " + told + " but the pictures are " + found + ".",
                file,
                "The size of the pictures is used.",
                "Copy the file from the card again if the picture looks wrong.");
    }
}
