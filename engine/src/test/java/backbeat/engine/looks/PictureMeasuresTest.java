package backbeat.engine.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PictureMeasuresTest {
    private final MadePictures scene = new MadePictures(5);

    private static CameraMotion moved(Picture before, Picture after) {
        return CameraMotion.between(Pyramid.of(before), Pyramid.of(after));
    }

    @Test
    void aSoftPictureIsToldFromASharpOneInAnyLight() {
        float sharp = Sharpness.of(scene.seen(0, 0, 0, 1));
        float soft = Sharpness.of(scene.seen(0, 0, 3, 1));
        assertThat(sharp).isGreaterThan(0.8f);
        assertThat(soft).isLessThan(0.4f * sharp);
        assertThat(Sharpness.of(scene.seen(0, 0, 0, 0.3))).isCloseTo(sharp, within(0.1f));
    }

    @Test
    void aPlainPictureSaysNothingAboutFocus() {
        assertThat(Sharpness.of(scene.seen(0, 0, 0, 0.02))).isEqualTo(Sharpness.UNKNOWN);
    }

    @Test
    void whiteAndBlackWithoutDrawingAreCounted() {
        Exposure usual = Exposure.of(scene.seen(0, 0, 0, 1));
        assertThat(usual.clipped()).isZero();
        assertThat(usual.crushed()).isZero();
        assertThat(Exposure.of(scene.seen(0, 0, 0, 6)).clipped()).isGreaterThan(0.9f);
        assertThat(Exposure.of(scene.seen(0, 0, 0, 0.02)).crushed()).isGreaterThan(0.9f);
    }

    @Test
    void theCamerasShiftIsMeasuredToAFractionOfADot() {
        CameraMotion motion = moved(scene.seen(0, 0, 1, 1), scene.seen(-7, 5, 1, 1));
        assertThat(motion.across() * MadePictures.WIDTH).isCloseTo(7, within(0.5f));
        assertThat(motion.down() * MadePictures.WIDTH).isCloseTo(-5, within(0.5f));
        assertThat(motion.within()).isLessThan(0.15f);
        assertThat(motion.zoom()).isCloseTo(0, within(0.01f));
    }

    @Test
    void aWideSwingIsFollowed() {
        CameraMotion motion = moved(scene.seen(-14, 0, 1, 1), scene.seen(14, -6, 1, 1));
        assertThat(motion.across() * MadePictures.WIDTH).isCloseTo(-28, within(1f));
    }

    @Test
    void aChangeOfLightIsNoMotion() {
        CameraMotion motion = moved(scene.seen(0, 0, 1, 1), scene.seen(0, 0, 1, 1.2));
        assertThat(Math.hypot(motion.across(), motion.down()) * MadePictures.WIDTH)
                .isLessThan(1);
        assertThat(motion.still()).isFalse();
    }

    @Test
    void theSamePictureAgainStandsStill() {
        assertThat(moved(scene.seen(3, 3, 0, 1), scene.seen(3, 3, 0, 1)).still())
                .isTrue();
        assertThat(moved(scene.seen(3, 3, 0, 1), scene.seen(4, 3, 0, 1)).still())
                .isFalse();
    }

    @Test
    void anotherPictureIsACutButNotTheSameInOtherLight() {
        Eye eye = new Eye(true);
        assertThat(eye.look(scene.seen(0, 0, 1, 1), 0).cut()).isFalse();
        assertThat(eye.look(scene.seen(2, 1, 1, 1), 0.04).cut()).isFalse();
        assertThat(eye.look(scene.seen(2, 1, 1, 1.6), 0.08).cut()).isFalse();
        assertThat(eye.look(new MadePictures(8).seen(0, 0, 1, 1), 0.12).cut()).isTrue();
    }
}
