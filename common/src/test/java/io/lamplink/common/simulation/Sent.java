package io.lamplink.common.simulation;

import java.util.UUID;

/** One file of a simulation: who sends it to whom, and what it is. Its name is its own, because on a poor wire ids differ. */
record Sent(UUID id, Program from, Program to, Original file) {
    String name() {
        return file.name();
    }
}
