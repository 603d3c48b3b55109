package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.ui.testkit.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ThroughputTest {

    private final Throughput throughput = new Throughput();

    private void at(double seconds, long out, long in) {
        throughput.read(Samples.NOON.plus(Duration.ofMillis((long) (seconds * 1000))), out, in);
    }

    private List<Double> out() {
        return throughput.rates().stream().map(Throughput.Rate::out).toList();
    }

    @Test
    void oneReadingIsNoRateYet() {
        at(0, 1_000_000, 5);
        assertEquals(List.of(), throughput.rates());
    }

    @Test
    void ratesAreBytesASecondEachWay() {
        at(0, 1000, 0);
        at(1, 3000, 50);
        at(3, 3000, 250);
        assertEquals(List.of(2000.0, 0.0), out());
        assertEquals(
                List.of(50.0, 100.0),
                throughput.rates().stream().map(Throughput.Rate::in).toList());
    }

    @Test
    void noMoreThanOneASecondAndNothingIsLostByThat() {
        at(0, 0, 0);
        at(0.3, 500, 0);
        at(0.6, 900, 0);
        at(1, 1000, 0);
        assertEquals(List.of(1000.0), out());
    }

    @Test
    void whatIsOlderThanTwoMinutesIsForgotten() {
        for (int second = 0; second <= 600; second++) {
            at(second, second * 10L, 0);
        }
        assertEquals(120, throughput.rates().size());
        at(2000, 100_000, 0);
        assertEquals(List.of(), out(), "nobody has looked for long: it begins anew");
    }

    @Test
    void aClockThatIsSetBackBeginsAnew() {
        at(10, 1000, 0);
        at(2, 2000, 0);
        at(3, 2500, 0);
        assertEquals(List.of(500.0), out());
    }
}
