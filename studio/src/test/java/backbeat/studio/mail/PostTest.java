package backbeat.studio.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PostTest {
    @Test
    void manyInvitationsLeaveRoomForALetterThatSomebodyNeedsToComeIn() throws InterruptedException {
        CountDownLatch serverAnswers = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        try (Post post = Post.by(MailServer.of("smtp://127.0.0.1:9?from=a@b.org"), Clock.systemUTC())) {
            post.sendKey(() -> {
                await(serverAnswers);
                return Optional.empty();
            });
            for (int i = 0; i < 500; i++) {
                post.send(new Letter("somebody@example.org", "Invitation", "Come"));
            }
            assertThat(post.trouble()).isPresent();
            post.sendKey(() -> {
                written.countDown();
                return Optional.empty();
            });
            serverAnswers.countDown();
            assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
