package io.lamplink.common.ui.window;

import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.engine.ListenProblem;
import io.lamplink.common.engine.SaveResult;
import io.lamplink.common.engine.SendProblem;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.settings.SettingsEvent;
import io.lamplink.common.ui.theme.Phrase;
import java.nio.file.Path;
import java.util.Optional;

/** Says what went wrong and what to do about it. */
public final class Sentences {

    private Sentences() {}

    /** What became of the file of the settings. */
    public static Phrase of(SettingsEvent event) {
        return switch (event) {
            case SettingsEvent.SetAside(Path kept) -> Phrase.of("settings.problem.set-aside", kept.toString());
            case SettingsEvent.NotKept(Path file) -> Phrase.of("settings.problem.not-kept", file.toString());
        };
    }

    /** Why the server does not listen. */
    public static Phrase of(ListenProblem problem, String host, int port) {
        String number = Integer.toString(port);
        return switch (problem) {
            case PORT_IN_USE -> Phrase.of("listen.problem.port-in-use", number);
            case ADDRESS_NOT_LOCAL -> Phrase.of("listen.problem.address-not-local", host);
            case BAD_ADDRESS -> Phrase.of("listen.problem.bad-address", host);
            case BAD_PORT -> Phrase.of("listen.problem.bad-port");
            case NOT_PERMITTED -> Phrase.of("listen.problem.not-permitted", number);
            case OTHER -> Phrase.of("listen.problem.other", host, number);
        };
    }

    /** Why the client is not connected. */
    public static Phrase of(ConnectProblem problem, String address) {
        return switch (problem) {
            case BAD_ADDRESS -> Phrase.of("connect.problem.bad-address", address);
            case BAD_PORT -> Phrase.of("connect.problem.bad-port");
            case UNKNOWN_HOST -> Phrase.of("connect.problem.unknown-host", address);
            case REFUSED -> Phrase.of("connect.problem.refused", address);
            case TIMED_OUT -> Phrase.of("connect.problem.timed-out", address);
            case UNREACHABLE -> Phrase.of("connect.problem.unreachable", address);
            case NOT_A_SERVER -> Phrase.of("connect.problem.not-a-server", address);
            case NOT_LET_IN -> Phrase.of("connect.problem.not-let-in", address);
            case NAME_NOT_KNOWN -> Phrase.of("connect.problem.name-not-known", address);
            case TOO_MANY_FROM_HERE -> Phrase.of("connect.problem.too-many-from-here", address);
            case SERVER_FULL -> Phrase.of("connect.problem.server-full", address);
            case NOT_ENCRYPTED -> Phrase.of("connect.problem.not-encrypted", address);
            case ENCRYPTION_REQUIRED -> Phrase.of("connect.problem.encryption-required", address);
            case NOT_TRUSTED -> Phrase.of("connect.problem.not-trusted", address);
            case PIN_NEEDED -> Phrase.of("connect.problem.pin-needed", address);
            case PIN_WRONG -> Phrase.of("connect.problem.pin-wrong", address);
            case PIN_LATER -> Phrase.of("connect.problem.pin-later", address);
            case PIN_UNPROVEN -> Phrase.of("connect.problem.pin-unproven", address);
            case CANCELLED -> Phrase.of("connect.problem.cancelled");
            case OTHER -> Phrase.of("connect.problem.other", address);
        };
    }

    /** Why a file can't be offered. */
    static Phrase of(SendProblem problem, String name) {
        return switch (problem) {
            case NO_PEER -> Phrase.of("send.problem.no-peer", name);
            case NOT_FOUND -> Phrase.of("send.problem.not-found", name);
            case NOT_A_FILE -> Phrase.of("send.problem.not-a-file", name);
            case NO_FOLDERS -> Phrase.of("send.problem.no-folders", name);
            case TOO_MANY_FILES -> Phrase.of("send.problem.too-many-files", name);
            case NOT_READABLE -> Phrase.of("send.problem.not-readable", name);
        };
    }

    /** Why a file was not saved. */
    static Phrase of(SaveResult.Problem problem, String name) {
        return switch (problem) {
            case DISK_FULL -> Phrase.of("save.problem.disk-full", name);
            case NO_FOLDER -> Phrase.of("save.problem.no-folder", name);
            case NOT_PERMITTED -> Phrase.of("save.problem.not-permitted", name);
            case CHECK_FAILED -> Phrase.of("save.problem.check-failed", name);
            case NOT_COMPLETE -> Phrase.of("save.problem.not-complete", name);
            case OTHER -> Phrase.of("save.problem.other", name);
        };
    }

    /** Why a transfer ended before its time. */
    static Phrase of(FailureReason reason) {
        return switch (reason) {
            case CANCELLED -> Phrase.of("transfer.failure.cancelled");
            case PAUSED -> Phrase.of("transfer.failure.paused");
            case CHECKING -> Phrase.of("transfer.failure.checking");
            case DECLINED -> Phrase.of("transfer.failure.declined");
            case NOT_SUPPORTED -> Phrase.of("transfer.failure.not-supported");
            case BUSY -> Phrase.of("transfer.failure.busy");
            case DISK_FULL -> Phrase.of("transfer.failure.disk-full");
            case DISK_ERROR -> Phrase.of("transfer.failure.disk-error");
            case SOURCE_UNREADABLE -> Phrase.of("transfer.failure.source-unreadable");
            case SOURCE_CHANGED -> Phrase.of("transfer.failure.source-changed");
            case DIGEST_MISMATCH -> Phrase.of("transfer.failure.digest-mismatch");
            case OUT_OF_ORDER, BEYOND_SIZE, BAD_MESSAGE -> Phrase.of("transfer.failure.bad-message");
            case UNKNOWN_TRANSFER -> Phrase.of("transfer.failure.unknown");
            case REPLACED -> Phrase.of("transfer.failure.replaced");
            case STALLED -> Phrase.of("transfer.failure.stalled");
            case LINK_LOST -> Phrase.of("transfer.failure.link-lost");
            case OTHER -> Phrase.of("transfer.failure.other");
        };
    }

    /** Why a peer has gone, if it is not plain that somebody wanted it so. */
    public static Optional<Phrase> cause(CloseReason reason) {
        return switch (reason.code()) {
            case CloseReason.NORMAL, CloseReason.GOING_AWAY, CloseReason.ABNORMAL -> Optional.empty();
            case CloseReason.SILENT -> Optional.of(Phrase.of("leave.cause.silent"));
            case CloseReason.TOO_BIG -> Optional.of(Phrase.of("leave.cause.too-big"));
            case CloseReason.MALFORMED -> Optional.of(Phrase.of("leave.cause.malformed"));
            case CloseReason.POLICY -> Optional.of(Phrase.of("leave.cause.policy"));
            case CloseReason.FLOOD -> Optional.of(Phrase.of("leave.cause.flood"));
            default -> Optional.of(Phrase.of("leave.cause.other", Integer.toString(reason.code())));
        };
    }
}
