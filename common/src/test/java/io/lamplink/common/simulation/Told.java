package io.lamplink.common.simulation;

import io.lamplink.common.transfer.TransferSnapshot;

/** What a program's window was told, and in which of the program's lives. */
record Told(Life life, TransferSnapshot snapshot) {}
