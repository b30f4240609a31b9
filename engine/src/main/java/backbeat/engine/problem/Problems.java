package backbeat.engine.problem;

import java.util.Locale;

/**
 * The catalogue: every problem the engine can tell of, with its words. One place, so that codes stay unique and sentences sound alike. Sections are in the order
 * of the packages.
 */
public final class Problems {
    private Problems() {}

    // derive

    public static Problem diskFull(String folder, long neededMegabytes, long freeMegabytes) {
        return new Problem(
                "derive/disk-full",
                "There is not enough room on the disk: about " + neededMegabytes + " MB are needed, " + freeMegabytes
                        + " MB are free.",
                folder,
                "",
                "Free some space, or name a folder on another disk with --work and --out.");
    }

    public static Problem diskFilledUp(String folder) {
        return new Problem(
                "derive/disk-filled-up",
                "The disk became full while writing.",
                folder,
                "Nothing that was finished is lost.",
                "Free some space and run the same command again: it goes on where it stopped.");
    }

    /** @param cause what the system says; a full disk is told as such */
    public static Problem cannotWrite(String place, String cause) {
        if (cause.contains("No space left")) {
            return diskFilledUp(place);
        }
        return new Problem(
                "derive/cannot-write",
                "This folder or file cannot be written.",
                place,
                cause,
                "Choose another folder, or give yourself the right to write there.");
    }

    // media

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

    // song

    public static Problem songTooLong(String file, int minutes) {
        return new Problem(
                "song/too-long",
                "The song is longer than " + minutes + " minutes.",
                file,
                "Songs are analysed as a whole and held in memory.",
                "Cut the file down to the song, or check that it is the song and not a recording of the day.");
    }

    public static Problem songUnreadable(String file) {
        return new Problem(
                "song/unreadable",
                "The song file cannot be read.",
                file,
                "",
                "Check that the file is there and that you have the right to read it.");
    }

    public static Problem songWithoutSound(String file) {
        return new Problem(
                "song/no-sound",
                "The song file has no sound.",
                file,
                "",
                "Name the song's own sound file with --song, such as a WAV, FLAC or MP3.");
    }

    public static Problem correctionsUnreadable(String file, String cause) {
        return new Problem(
                "song/corrections-unreadable",
                "The corrections in this file cannot be read.",
                file,
                cause,
                "Name a song map or a file as docs/formats/song-map.md describes, and mend the correction that is told of.");
    }

    public static Problem correctionsOfAnotherSong(String song) {
        return new Problem(
                "song/other-corrections",
                "The corrections were made for a recording of another length.",
                song,
                "They would stand at the wrong places.",
                "Take them over with backbeat analyze carry, or start anew with --forget.");
    }

    public static Problem versionsDiffer(String song) {
        return new Problem(
                "song/versions-differ",
                "The two recordings have nothing in common that could be found.",
                song,
                "The old song's map has no place in the new one.",
                "Check that both are the same song; a new recording of it needs a map of its own: backbeat analyze.");
    }

    public static Problem severalSongs(String file) {
        return new Problem(
                "song/several",
                "A video has one song, and several were named.",
                file,
                "",
                "Name one with --song. Clips of a day with several songs are placed by backbeat sync, which takes them all.");
    }

    // footage

    public static Problem noUsableFootage(String folder, int files) {
        return new Problem(
                "footage/nothing-usable",
                files == 0
                        ? "The footage folder holds no files."
                        : files == 1
                                ? "The one file in the footage folder cannot be used."
                                : "None of the " + files + " files in the footage folder can be used.",
                folder,
                "",
                "Name the folder with the camera cards with --footage.");
    }

    public static Problem footageFolder(String folder) {
        return new Problem(
                "footage/folder",
                "The footage folder cannot be read.",
                folder,
                "",
                "Check its name, and that the disk or card is connected and may be read.");
    }

    public static Problem emptyFile(String path) {
        return new Problem(
                "footage/empty-file",
                "This file is empty.",
                path,
                "Copying was broken off, or the camera lost power.",
                "Copy it from the card again, or leave it out.");
    }

    public static Problem rawPicture(String path) {
        return new Problem(
                "footage/raw-picture",
                "This recording is in a camera's own raw format, which cannot be decoded here.",
                path,
                "",
                "Make a ProRes or H.264 file of the same name with the maker's program and put it into the folder.");
    }

    public static Problem still(String path) {
        return new Problem(
                "footage/still",
                "This is a single picture, not a take.",
                path,
                "",
                "Nothing is to be done: it is left out of the cut.");
    }

    public static Problem noFootage(String path) {
        return new Problem(
                "footage/other-file",
                "This file is neither footage nor a side file that is known.",
                path,
                "",
                "Nothing is to be done. If it is a clip, give it the ending of its format, such as .mov.");
    }

    public static Problem brokenLink(String path) {
        return new Problem(
                "footage/broken-link",
                "This link leads nowhere.",
                path,
                "What it led to was moved, or its disk is not connected.",
                "Connect the disk, or remove the link.");
    }

    public static Problem closedFolder(String path) {
        return new Problem(
                "footage/closed-folder",
                "This folder may not be listed.",
                path,
                "",
                "Give yourself the right to read it.");
    }

    public static Problem seenBefore(String path) {
        return new Problem(
                "footage/seen-before",
                "This is another name of a file or folder that was seen already.",
                path,
                "It is a link.",
                "Nothing is to be done: it counts once.");
    }

    public static Problem noSoundInClip(String path) {
        return new Problem(
                "footage/no-sound",
                "This clip has a picture but no sound, so it cannot be placed on the song by ear.",
                path,
                "",
                "Place it by timecode or by hand, or leave it out.");
    }

    public static Problem silentClip(String path) {
        return new Problem(
                "footage/silent",
                "The sound of this clip is digital silence, so it cannot be placed on the song by ear.",
                path,
                "The microphone was switched off or not connected.",
                "Place it by timecode or by hand, or leave it out.");
    }

    // timeline

    // sync

    public static Problem syncSongUnreadable(String song, String cause) {
        return new Problem(
                "sync/song-unreadable",
                "The song file cannot be read.",
                song,
                cause,
                "Check that the file is there and that you may read it.");
    }

    public static Problem timecodeDisagrees(String clip, double seconds) {
        return new Problem(
                "sync/timecode-disagrees",
                String.format(
                        Locale.ROOT,
                        "Its timecode and its sound tell places of the song that lie %.3f s apart; the sound's is used.",
                        seconds),
                clip,
                "Sound that flies 10 m comes 0.03 s late; more than that is no distance on a set.",
                "Look at the clip. If the sound is right, that timecode did not come from this playback; correct or leave out --song-at.");
    }

    public static Problem timecodesContradict(String clips) {
        return new Problem(
                "sync/timecodes-contradict",
                "Timecode on the sound was not used: by these clips the song began at different timecodes.",
                clips,
                "",
                "If playback carried the timecode, name the one of the song's start with --song-at, such as 01:00:00:00@25.");
    }

    public static Problem songAtForEachSong(int starts, int songs) {
        return new Problem(
                "sync/song-at-for-each-song",
                "There are " + songs + " songs and " + starts + " of --song-at.",
                "",
                "With several songs each needs its own, in the same order.",
                "Name one --song-at for each --song, or none: then they are learned.");
    }

    public static Problem timecodeFitsSeveral(String clip, String starts) {
        return new Problem(
                "sync/timecode-fits-several",
                "The timecode of this clip was not used: it lies in the song by more than one start, or in several songs ("
                        + starts + ").",
                clip,
                "",
                "Give each playback file a start of its own on the next shoot, such as another hour; here, sync the clips of one playback at a time.");
    }

    public static Problem timecodeOfOtherCount(String clip, String rate) {
        return new Problem(
                "sync/timecode-of-other-count",
                "The timecode on its sound counts as " + rate + " frames a second, which no --song-at names.",
                clip,
                "",
                "Name the playback's timecode of the song's start in that count with another --song-at.");
    }

    // lipsync

    /**
     * @param frames by which the sound comes after the picture; below zero when it comes before
     * @param flashes how many were seen and heard
     */
    public static Problem soundAgainstPicture(String camera, long frames, double seconds, int flashes) {
        boolean late = frames > 0;
        return new Problem(
                "lipsync/sound-against-picture",
                String.format(
                        Locale.ROOT,
                        "Camera %s: the sound comes %d frames (%.2f s) %s the picture, seen at %d flashes.",
                        camera,
                        Math.abs(frames),
                        Math.abs(seconds),
                        late ? "after" : "before",
                        flashes),
                "camera " + camera,
                "Cameras, radio links and recorders delay one of the two. Clips are placed by their sound, so this camera's pictures are "
                        + (late ? "early" : "late") + " by as much.",
                "Where lips matter, move its pictures " + (late ? "later" : "earlier")
                        + " by these frames in your editing program; on the next shoot, set the delay in the camera.");
    }

    // take

    public static Problem slateLogUnreadable(String file, String cause) {
        return new Problem(
                "take/slate-log-unreadable",
                "The slate log cannot be read.",
                file,
                cause,
                "Write it as text: a first row with clip, take, song, then a row for each clip.");
    }

    public static Problem timecodeCountsRecordingOnly(String camera) {
        return new Problem(
                "take/timecode-counts-recording",
                "The timecode of camera " + camera + " runs only while it records.",
                "camera " + camera,
                "It cannot tell when a clip was taken.",
                "Set the camera to free run on the next shoot.");
    }

    public static Problem timecodeRunsTwice(String camera) {
        return new Problem(
                "take/timecode-overlaps",
                "Clips of camera " + camera + " have the same timecode.",
                "camera " + camera,
                "Its timecode starts anew for each clip, or the folder holds clips of several cameras or days.",
                "Give each camera and each day a folder of its own, if there are several.");
    }

    /** @param takes how many takes show it */
    public static Problem clocksApart(
            String camera, String clock, String span, String direction, String other, String otherClock, int takes) {
        return new Problem(
                "take/clock-offset",
                "The " + clock + " of camera " + camera + " runs " + span + " " + direction + " the " + otherClock
                        + " of camera " + other + ".",
                "camera " + camera,
                takes == 1 ? "One take shows it." : takes + " takes show it.",
                "Nothing to do: clips are placed with the difference taken off.");
    }

    public static Problem clocksContradictSong(String clip, String other) {
        return new Problem(
                "take/clocks-contradict-song",
                "This clip ran at the same time as " + other
                        + " by the cameras' clocks, but another place of the song was heard in it.",
                clip,
                "A clock was changed during the day, or one of the places is wrong.",
                "Look at both clips. Both were left where their sound placed them.");
    }

    /** @param evidence in words */
    public static Problem groupDisagrees(String clip, String other, String evidence) {
        return new Problem(
                "take/measurements-disagree",
                "How this clip lies against " + other + " is told in two ways: " + evidence
                        + " disagree with the rest of the group.",
                clip,
                "The odd one was left out.",
                "Look at both clips where they are cut together.");
    }

    // interchange

    /** @param fuller the formats that have a place for it */
    public static Problem notCarried(String format, String what, String fuller) {
        return new Problem(
                "interchange/not-carried",
                "A file of the kind " + format + " has no place for this: " + what + ".",
                "",
                "",
                "Use the " + fuller + " file if your editing program reads one, or add it by hand.");
    }

    // lyrics

    public static Problem lyricsUnreadable(String file, String cause) {
        return new Problem(
                "lyrics/unreadable",
                "No lyrics with times were found in this file.",
                file,
                cause,
                "Name an LRC file ([00:12.34]words), enhanced LRC or UltraStar text.");
    }

    public static Problem lyricsLine(String file, int line, String what) {
        return new Problem(
                "lyrics/line",
                "A line of the lyrics was passed over.",
                file + ", line " + line,
                what,
                "Mend the line if its words are missed; all others were read.");
    }

    public static Problem lyricsOnlyRead(String format) {
        return new Problem(
                "lyrics/only-read",
                "Lyrics of this kind are read and not written: " + format + ".",
                "",
                "",
                "Write .lrc, .srt, .vtt or .ttml.");
    }

    // songfile

    public static Problem noBeatsToWrite(String file) {
        return new Problem(
                "songfile/no-beats",
                "The song map has no beats that could be written.",
                file,
                "No steady beat was found in the song.",
                "Tell of the beat with backbeat analyze --tempo or --taps first, or write labels, which also hold sections.");
    }

    public static Problem tempoMapUnreadable(String file, String cause) {
        return new Problem(
                "songfile/tempo-map",
                "The tempo map cannot be read.",
                file,
                cause,
                "Export a standard MIDI file of type 0 or 1 from the sequencer, with its tempo.");
    }

    // cut

    public static Problem nothingOnTheSong(int clips) {
        return new Problem(
                "cut/nothing-on-the-song",
                (clips == 1 ? "The one clip does not hold" : "None of the " + clips + " clips holds")
                        + " this song, so there is nothing to cut.",
                "",
                "",
                "Check that song and footage belong together.");
    }

    public static Problem songNotCovered(double blackSeconds) {
        return new Problem(
                "cut/not-covered",
                String.format(Locale.ROOT, "%.1f s of the song are black: no clip covers them.", blackSeconds),
                "",
                "",
                "The markers of the timeline show where; add footage, or place clips that could not be synced by hand.");
    }

    // playback

    public static Problem playbackRate(String rate) {
        return new Problem(
                "playback/rate",
                "There is no linear timecode of " + rate + " frames a second.",
                "",
                "",
                "Take 23.976, 24, 25, 29.97 or 30; cameras at 50, 59.94 and 60 take half of their rate.");
    }

    public static Problem playbackSpeed(String speed) {
        return new Problem(
                "playback/speed",
                "A song cannot be played at the speed " + speed + ".",
                "",
                "",
                "Name one from 1/4 to 4, such as 1.2 for 120 %.");
    }

    public static Problem playbackCountIn(int bars, int most) {
        return new Problem(
                "playback/count-in",
                "A count-in of " + bars + " bars cannot be made.",
                "",
                "",
                "Name a number of bars from 0 to " + most + ".");
    }

    // render

    public static Problem renderedWrong(String file, long framesWanted, long framesWritten) {
        return new Problem(
                "render/wrong-length",
                "The film came out with " + framesWritten + " frames instead of " + framesWanted + ".",
                file,
                "A source could not be decoded to the end, or changed while it was read.",
                "Check the clips that the report warns of, and render again.");
    }
}
