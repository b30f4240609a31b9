package backbeat.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CadenceTest {
    private static Headers.Stream milliseconds(String told) {
        String json = """
                {"streams": [{"index": 0, "codec_type": "video", "codec_name": "x", "time_base": "1/1000",
                  "r_frame_rate": "%s", "avg_frame_rate": "%s"}], "format": {}}""".formatted(told, told);
        return Headers.parse(json).orElseThrow().streams().getFirst();
    }

    private static Packets packets(LongStream times) throws IOException {
        String lines = times.mapToObj(time -> "0," + time + ",N/A,N/A,K__").collect(Collectors.joining("\n"));
        return Packets.read(new BufferedReader(new StringReader(lines)), 0)[0];
    }

    @Property(tries = 100)
    void roundedTimesOfAnNtscRateAreStillThatRate(@ForAll @IntRange(min = 3, max = 400) int frames) throws IOException {
        Packets packets = packets(LongStream.range(0, frames).map(n -> Math.round(n * 1001_000.0 / 24_000)));
        assertThat(Cadence.of(packets, milliseconds("24000/1001"))).isEqualTo(new Cadence(Rate.FPS_23_976, false));
    }

    @Test
    void wrongHeaderIsOverruledByThePackets() throws IOException {
        Packets packets = packets(LongStream.range(0, 200).map(n -> n * 20));
        assertThat(Cadence.of(packets, milliseconds("25"))).isEqualTo(new Cadence(Rate.FPS_50, false));
    }

    @Test
    void oneFrameTooLateMakesItVariable() throws IOException {
        Packets packets = packets(LongStream.range(0, 100).map(n -> n * 40 + (n == 50 ? 3 : 0)));
        assertThat(Cadence.of(packets, milliseconds("25"))).isEqualTo(new Cadence(Rate.FPS_25, true));
    }

    @Test
    void framesThatAreHiddenDoNotCount() throws IOException {
        String lines = "0,-80,-80,40,KD_\n0,0,0,40,___\n0,80,40,40,___\n0,40,80,40,___\n1,0,0,20,K__\nnonsense";
        Packets packets = Packets.read(new BufferedReader(new StringReader(lines)), 0)[0];
        assertThat(packets.presented()).isEqualTo(3);
        assertThat(packets.hidden()).isEqualTo(1);
        assertThat(packets.time(1)).isEqualTo(40);
        assertThat(packets.end()).isEqualTo(120);
    }
}
