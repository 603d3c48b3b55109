package io.lamplink.bench.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PartTest {
    @ParameterizedTest
    @EnumSource
    void everyPartHasItsName(Part part) {
        assertEquals(Optional.of(part), Part.ofToken(part.token()));
    }

    @Test
    void otherNamesAreNone() {
        assertEquals(Optional.empty(), Part.ofToken("PUSH"));
    }
}
