package backbeat.engine.interchange;

import static backbeat.engine.interchange.MadeAaf.PICTURE;
import static backbeat.engine.interchange.MadeAaf.SOUND;
import static backbeat.engine.interchange.MadeAaf.clip;
import static backbeat.engine.interchange.MadeAaf.component;
import static backbeat.engine.interchange.MadeAaf.definition;
import static backbeat.engine.interchange.MadeAaf.mob;
import static backbeat.engine.interchange.MadeAaf.slot;
import static backbeat.engine.interchange.MadeAaf.timecode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.problem.ProblemException;
import backbeat.engine.time.Rational;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AafReaderTest {
    private static final String DISSOLVE = "11111111-0000-0000-0000-000000000001";
    private static final String MOTION = "11111111-0000-0000-0000-000000000002";
    private static final String BLEND = "11111111-0000-0000-0000-000000000003";
    private static final String MAP = "11111111-0000-0000-0000-000000000004";
    private static final int MASTER = 2;
    private static final int FILE = 3;
    private static final int TAPE = 4;

    /** A tape from 10:00:00:00, digitised into a file from its fifth second; frames at 25. */
    private static List<MadeAaf> media() {
        MadeAaf locator = MadeAaf.of(0x3200).text(AafModel.URL, "file:///card/A001C001.mxf");
        MadeAaf descriptor =
                MadeAaf.of(0x2800).fraction(AafModel.SAMPLE_RATE, 25, 1).list(AafModel.LOCATORS, locator);
        return List.of(
                mob(AafModel.MASTER_MOB, MASTER, "A001C001", slot(1, 1, 25, 1, clip(PICTURE, 1000, FILE, 1, 0))),
                mob(AafModel.SOURCE_MOB, FILE, "A001C001.mxf", slot(1, 1, 25, 1, clip(PICTURE, 1000, TAPE, 2, 125)))
                        .one(AafModel.DESCRIPTOR, descriptor),
                mob(
                                AafModel.SOURCE_MOB,
                                TAPE,
                                "A001",
                                slot(1, 1, 25, 1, timecode(900_000, 25, false)),
                                slot(2, 1, 25, 1, clip(PICTURE, 10_000, 0, 0, 0)))
                        .one(AafModel.DESCRIPTOR, MadeAaf.of(0x2E00)));
    }

    private static byte[] file(MadeAaf... segments) {
        MadeAaf[] slots = new MadeAaf[segments.length + 1];
        slots[0] = slot(1, 1, 25, 1, timecode(90_000, 25, false));
        for (int i = 0; i < segments.length; i++) {
            slots[i + 1] = slot(i + 2, 1, 25, 1, segments[i]);
        }
        MadeAaf composition = mob(AafModel.COMPOSITION_MOB, 1, "Cut", slots);
        return withMedia(composition.identity(AafModel.USAGE, AafModel.TOP_LEVEL));
    }

    private static byte[] withMedia(MadeAaf composition) {
        List<MadeAaf> mobs = new java.util.ArrayList<>(media());
        mobs.add(composition);
        List<MadeAaf> definitions = List.of(
                definition(DISSOLVE, "VideoDissolve_2"),
                definition(MOTION, "Motion Control"),
                definition(BLEND, "Picture-in-Picture"),
                definition(MAP, "PARAM_SPEED_OFFSET_MAP_U"));
        return MadeAaf.file("Avid Media Composer 2024.1", definitions, mobs.toArray(MadeAaf[]::new));
    }

    private static MadeAaf sequence(String data, MadeAaf... components) {
        return component(AafModel.SEQUENCE, data, 1000).list(AafModel.COMPONENTS, components);
    }

    static byte[] small() {
        MadeAaf operation = component(AafModel.OPERATION_GROUP, PICTURE, 20).weak(AafModel.OPERATION, DISSOLVE);
        MadeAaf transition = component(AafModel.TRANSITION, PICTURE, 20)
                .number(AafModel.CUT_POINT, 10, 8)
                .one(AafModel.TRANSITION_OPERATION, operation);
        return file(
                sequence(
                        PICTURE,
                        clip(PICTURE, 60, MASTER, 1, 0),
                        transition,
                        clip(PICTURE, 70, MASTER, 1, 200),
                        component(AafModel.FILLER, PICTURE, 15),
                        clip(PICTURE, 25, MASTER, 1, 300)),
                sequence(SOUND, component(AafModel.FILLER, SOUND, 100)));
    }

    private static ForeignTimeline only(byte[] file) {
        return Reading.of(file, null).timelines().getFirst();
    }

    private static Rational seconds(long frames) {
        return Rational.of(frames, 25);
    }

    @Test
    void theChainOfMobsEndsAtTheTapeAndItsTimecode() {
        ForeignFile file = Reading.of(small(), null);
        ForeignTimeline cut = file.timelines().getFirst();
        ForeignClip first = cut.tracks().getFirst().clips().getFirst();
        assertThat(file.dialect()).isEqualTo("avid");
        assertThat(cut.name()).isEqualTo("Cut");
        assertThat(cut.start()).isEqualTo(Rational.of(3600));
        assertThat(cut.tracks()).extracting(track -> track.clips().size()).containsExactly(3, 0);
        assertThat(first.name()).isEqualTo("A001C001");
        assertThat(first.file()).isEqualTo("file:///card/A001C001.mxf");
        assertThat(first.reel()).isEqualTo("A001");
        assertThat(first.mediaIn()).isEqualTo(Rational.ZERO);
        assertThat(first.sourceIn()).isEqualTo(Rational.of(36_005));
    }

    @Test
    void aTransitionOverlapsBothNeighboursAndTheCutLiesWithin() {
        ForeignTrack track = only(small()).tracks().getFirst();
        ForeignTransition dissolve = track.transitions().getFirst();
        assertThat(dissolve.recordIn()).isEqualTo(seconds(90_040));
        assertThat(dissolve.recordOut()).isEqualTo(seconds(90_060));
        assertThat(dissolve.cut()).isEqualTo(seconds(90_050));
        assertThat(track.clips())
                .extracting(ForeignClip::recordIn)
                .containsExactly(seconds(90_000), seconds(90_050), seconds(90_125));
        assertThat(track.clips().get(1).mediaIn()).isEqualTo(seconds(210));
        assertThat(track.clips().getFirst().recordOut()).isEqualTo(seconds(90_050));
    }

    @Test
    void theMapOfAMotionEffectIsTheSpeed() {
        MadeAaf points = MadeAaf.of(0x3E00)
                .identity(AafModel.PARAMETER_DEFINITION, MAP)
                .list(AafModel.POINTS, point(0, 30), point(40, 0));
        MadeAaf effect = component(AafModel.OPERATION_GROUP, PICTURE, 40)
                .weak(AafModel.OPERATION, MOTION)
                .list(AafModel.PARAMETERS, points)
                .list(AafModel.INPUTS, clip(PICTURE, 30, MASTER, 1, 100));
        ForeignClip clip =
                Reading.clips(Reading.of(file(sequence(PICTURE, effect)), null)).getFirst();
        assertThat(clip.speed()).isEqualTo(Rational.of(-3, 4));
        assertThat(clip.mediaIn()).isEqualTo(seconds(130));
        assertThat(clip.mediaOut()).isEqualTo(seconds(100));
        assertThat(clip.recordOut().minus(clip.recordIn())).isEqualTo(seconds(40));
    }

    private static MadeAaf point(int time, int value) {
        return MadeAaf.of(0x1900).fraction(AafModel.POINT_TIME, time, 1).typedFraction(AafModel.POINT_VALUE, value, 1);
    }

    @Test
    void anEffectOfSeveralInputsIsOneItemAndWhatIsMutedIsDisabled() {
        MadeAaf blend = component(AafModel.OPERATION_GROUP, PICTURE, 10)
                .weak(AafModel.OPERATION, BLEND)
                .list(AafModel.INPUTS, clip(PICTURE, 10, MASTER, 1, 0), clip(PICTURE, 10, MASTER, 1, 50));
        MadeAaf muted = component(AafModel.SELECTOR, PICTURE, 10)
                .one(AafModel.SELECTED, component(AafModel.FILLER, PICTURE, 10))
                .list(AafModel.ALTERNATES, clip(PICTURE, 10, MASTER, 1, 5));
        List<ForeignClip> clips = Reading.clips(Reading.of(file(sequence(PICTURE, blend, muted)), null));
        assertThat(clips).extracting(ForeignClip::kind).containsExactly(ForeignClip.Kind.EFFECT, ForeignClip.Kind.CLIP);
        assertThat(clips.getFirst().name()).isEqualTo("Picture-in-Picture");
        assertThat(clips.get(1).enabled()).isFalse();
        assertThat(clips.get(1).name()).isEqualTo("A001C001");
    }

    @Test
    void markersStandOnTheTimeline() {
        MadeAaf colour = MadeAaf.of(AafModel.TAGGED_VALUE)
                .text(AafModel.TAG_NAME, "_ATN_CRM_COLOR")
                .typedText(AafModel.TAG_VALUE, "Green");
        MadeAaf marker = component(AafModel.DESCRIPTIVE_MARKER, PICTURE, 1)
                .number(AafModel.POSITION, 75, 8)
                .text(AafModel.COMMENT, "chorus")
                .number(AafModel.DESCRIBED_SLOTS, 77, 4)
                .list(0xFFD4, colour);
        MadeAaf slot = MadeAaf.of(AafModel.EVENT_SLOT)
                .number(AafModel.SLOT_ID, 1000, 4)
                .fraction(AafModel.EVENT_RATE, 25, 1)
                .one(AafModel.SEGMENT, sequence(PICTURE, marker));
        byte[] file = withMedia(
                mob(AafModel.COMPOSITION_MOB, 1, "Cut", slot(1, 1, 25, 1, timecode(90_000, 25, false)), slot));
        ForeignFile read = Reading.of(file, null);
        ForeignMarker told = read.timelines().getFirst().markers().getFirst();
        assertThat(told.comment()).isEqualTo("chorus");
        assertThat(told.colour()).isEqualTo("Green");
        assertThat(told.at()).isEqualTo(Rational.of(3603));
        assertThat(Reading.codes(read)).containsExactly("aaf/marker-track");
    }

    @Test
    void mobsThatReferToEachOtherInACircleAreLeftOut() {
        MadeAaf round = mob(AafModel.MASTER_MOB, 8, "round", slot(1, 1, 25, 1, clip(PICTURE, 10, 9, 1, 0)));
        MadeAaf trip = mob(AafModel.MASTER_MOB, 9, "trip", slot(1, 1, 25, 1, clip(PICTURE, 10, 8, 1, 0)));
        MadeAaf cut = mob(
                AafModel.COMPOSITION_MOB, 1, "Cut", slot(2, 1, 25, 1, sequence(PICTURE, clip(PICTURE, 10, 8, 1, 0))));
        ForeignFile read = Reading.of(MadeAaf.file("", List.of(), round, trip, cut), null);
        assertThat(Reading.codes(read)).containsExactly("aaf/damaged-part");
    }

    @Test
    void aFileThatBreaksOffIsRefused() {
        byte[] whole = small();
        assertThatThrownBy(() -> Reading.of(Arrays.copyOf(whole, whole.length / 2), null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("aaf/damaged"));
    }

    @Test
    void aTableThatLeadsBackIntoItselfIsRefused() {
        byte[] loop = small();
        int directory = ByteBuffer.wrap(loop).order(ByteOrder.LITTLE_ENDIAN).getInt(48);
        ByteBuffer.wrap(loop).order(ByteOrder.LITTLE_ENDIAN).putInt(512 + 4 * directory, directory);
        assertThatThrownBy(() -> Reading.of(loop, null)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aSmallFileCannotClaimToHoldManyTimesItsSize() {
        byte[] small = small();
        byte[] longer = Arrays.copyOf(small, small.length + 512);
        ByteBuffer file = ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN);
        int round = small.length / 512 - 1;
        file.putInt(512 + 4 * round, round);
        int streams = 0;
        for (int at = 512; at < small.length; at += 128) {
            boolean isProperties = new String(longer, at, 20, StandardCharsets.UTF_16LE).equals("properties");
            if (isProperties) {
                file.putInt(at + 116, round).putLong(at + 120, 8 << 20);
                streams++;
            }
        }
        assertThat(streams).isGreaterThan(10);
        assertThatThrownBy(() -> Reading.of(longer, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().cause())
                                .isEqualTo("Its parts together are larger than the file."));
    }
}
