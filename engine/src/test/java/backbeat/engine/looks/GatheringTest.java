package backbeat.engine.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.looks.Passage.Kind;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Eight seconds of 25 frames each. */
class GatheringTest {
    private static final int FRAMES = 200;
    private static final double FRAME = 0.04;
    private static final Exposure USUAL = new Exposure(0.4f, 0.8f, 0.01f, 0.01f);

    private static Looks looks(IntFunction<Frame> frame) {
        List<Frame> frames = IntStream.range(0, FRAMES).mapToObj(frame).toList();
        Course course = new Gathering(frames, FRAMES * FRAME).course(true, List.of());
        return Judgement.of("a.mov", Depth.EVERY_FRAME, course, 0);
    }

    private static Frame frame(int i, double sharpness, Exposure exposure, CameraMotion motion) {
        return new Frame(i * FRAME, i % 5 == 0 ? (float) sharpness : Frame.NOT_ASKED, exposure, motion, false, null);
    }

    private static CameraMotion shift(double across) {
        return new CameraMotion((float) across, 0, 0, 0.1f, false);
    }

    private static boolean isLate(int i) {
        return i >= 100 && i < 150;
    }

    private static void isOnly(Looks looks, Kind kind) {
        assertThat(looks.passages()).singleElement().satisfies(passage -> {
            assertThat(passage.kind()).isEqualTo(kind);
            assertThat(passage.start()).isCloseTo(4, within(0.25));
            assertThat(passage.end()).isCloseTo(6, within(0.25));
        });
        assertThat(looks.quality(4.3, 5.7)).isLessThan(0.6 * looks.quality(0.5, 3.5));
    }

    @Test
    void aGoodClipHasNoPassages() {
        Looks looks = looks(i -> frame(i, 0.7, USUAL, shift(0.001)));
        assertThat(looks.passages()).isEmpty();
        assertThat(looks.quality(0, 8)).isGreaterThan(0.95);
    }

    @Test
    void softFocusIsToldAgainstTheClipsOwnBest() {
        isOnly(looks(i -> frame(i, isLate(i) ? 0.2 : 0.6, USUAL, shift(0))), Kind.BLURRED);
        assertThat(looks(i -> frame(i, 0.2, USUAL, shift(0))).passages()).isEmpty();
    }

    @Test
    void aClipThatIsSoftAllThroughIsHeldAgainstTheShoot() {
        List<Frame> soft = IntStream.range(0, FRAMES)
                .mapToObj(i -> frame(i, 0.1, USUAL, shift(0)))
                .toList();
        Course course = new Gathering(soft, FRAMES * FRAME).course(true, List.of());
        assertThat(Judgement.of("a.mov", Depth.EVERY_FRAME, course, 0.7).passages())
                .singleElement()
                .matches(passage -> passage.kind() == Kind.BLURRED && passage.seconds() > 7.5);
    }

    @Test
    void blackWhiteAndDarkAreTold() {
        isOnly(
                looks(i -> frame(i, 0.5, isLate(i) ? new Exposure(0.01f, 0.02f, 0, 0.95f) : USUAL, shift(0))),
                Kind.BLACK);
        isOnly(
                looks(i -> frame(i, 0.5, isLate(i) ? new Exposure(0.85f, 1, 0.5f, 0) : USUAL, shift(0))),
                Kind.OVEREXPOSED);
        isOnly(
                looks(i -> frame(i, 0.5, isLate(i) ? new Exposure(0.04f, 0.15f, 0, 0.3f) : USUAL, shift(0))),
                Kind.UNDEREXPOSED);
    }

    @Test
    void aTremblingCameraShakesAndAPanDoesNot() {
        isOnly(looks(i -> frame(i, 0.5, USUAL, shift(isLate(i) ? 0.02 * Math.sin(1.3 * i) : 0))), Kind.SHAKY);
        Looks pan = looks(i -> frame(i, 0.5, USUAL, shift(isLate(i) ? 0.01 : 0)));
        assertThat(pan.passages(4.3, 5.7)).isEmpty();
        assertThat(pan.pan(4.5, 5.5)).isCloseTo(0.25, within(0.02));
        assertThat(pan.pan(0, 3)).isZero();
    }

    @Test
    void aStandingPictureAndAFlashAreTold() {
        CameraMotion still = new CameraMotion(0, 0, 0, 0, true);
        isOnly(looks(i -> frame(i, 0.5, USUAL, isLate(i) ? still : shift(0.001))), Kind.FROZEN);
        Exposure bright = new Exposure(0.8f, 1, 0.1f, 0);
        Looks flash = looks(i -> frame(i, 0.5, i == 100 || i == 101 ? bright : USUAL, shift(0.001)));
        assertThat(flash.passages()).singleElement().isEqualTo(new Passage(Kind.FLASH, 4.0, 4.08, 1, "a flash"));
        assertThat(flash.passages(4.05, 5)).hasSize(1);
        assertThat(flash.passages(4.1, 5)).isEmpty();
    }

    @Test
    void framesThatRepeatTheOneBeforeDoNotShake() {
        CameraMotion still = new CameraMotion(0, 0, 0, 0, true);
        Looks phone = looks(i -> frame(i, 0.5, USUAL, i % 2 == 0 ? still : shift(0.02)));
        assertThat(phone.shake(1, 7)).isLessThan(0.01);
    }

    @Test
    void motionIsToldWhereItIs() {
        Looks looks = looks(i -> frame(i, 0.5, USUAL, new CameraMotion(0, 0, 0, isLate(i) ? 0.3f : 0.05f, false)));
        assertThat(looks.motion(4.2, 5.8)).isCloseTo(0.3, within(0.02));
        assertThat(looks.motion(0.5, 3.5)).isCloseTo(0.05, within(0.01));
    }
}
