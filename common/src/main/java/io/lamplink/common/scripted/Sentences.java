package io.lamplink.common.scripted;

import io.lamplink.common.discovery.AnnounceState;
import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.engine.ListenProblem;
import io.lamplink.common.engine.SaveResult;
import io.lamplink.common.engine.SendProblem;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.security.Fingerprint;

/** What went wrong, in one English sentence that says what to do. Scripts are not translated. */
final class Sentences {
    private Sentences() {}

    static String of(ListenProblem problem, String host, int port) {
        return switch (problem) {
            case PORT_IN_USE -> "Port " + port + " is in use by another program; choose another port.";
            case ADDRESS_NOT_LOCAL -> "The address " + host + " does not belong to this machine; choose one that does.";
            case BAD_ADDRESS ->
                "\"" + host + "\" is not an address of this machine; give an IP address or a host name.";
            case BAD_PORT -> "The port " + port + " is not a number from 0 to 65535.";
            case NOT_PERMITTED -> "The system does not permit port " + port + "; choose one above 1023.";
            case OTHER -> "Listening on " + host + ", port " + port + ", failed; the log says more.";
        };
    }

    static String of(AnnounceState state) {
        return switch (state) {
            case OFF -> "The server is not announced.";
            case ANNOUNCED -> "The server is announced.";
            case THIS_COMPUTER_ONLY ->
                "The server is not announced: it listens on this computer only; give --address 0.0.0.0 or an address that"
                        + " others can reach.";
            case NO_NETWORK -> "The server is not announced: there is no network; it is tried again.";
            case FAILED ->
                "The server is not announced: the system does not let it multicast; it is tried again, and the log says"
                        + " more.";
        };
    }

    static String of(ConnectProblem problem, String address) {
        return switch (problem) {
            case BAD_ADDRESS -> "\"" + address + "\" is not an address; give host:port or a ws:// address.";
            case BAD_PORT -> "The port in \"" + address + "\" is not a number from 1 to 65535.";
            case UNKNOWN_HOST -> "No host is known by the name in \"" + address + "\"; check the spelling.";
            case REFUSED -> "Nothing listens at " + address + "; start the server there first.";
            case TIMED_OUT -> address + " did not answer in time; check the address and the firewall.";
            case UNREACHABLE -> "There is no way to " + address + "; check the network.";
            case NOT_A_SERVER -> "What listens at " + address + " is not a Lamplink or WebSocket server.";
            case NOT_LET_IN ->
                address
                        + " answers, but does not let this program in; check the address, or ask who runs the server or a"
                        + " proxy before it.";
            case NAME_NOT_KNOWN ->
                "The server at " + address + " does not know that name; give one of its IP addresses, or start it with"
                        + " --allow-host and the name.";
            case TOO_MANY_FROM_HERE ->
                "The server at " + address + " has too many connections from this machine's address; close some first.";
            case SERVER_FULL -> "The server at " + address + " has no room for another connection; try again later.";
            case NOT_ENCRYPTED ->
                address + " does not encrypt; to go on without, write ws:// before it or give --allow-unencrypted.";
            case ENCRYPTION_REQUIRED ->
                address + " takes encrypted connections only; leave ws:// out, or allow unencrypted clients there.";
            case NOT_TRUSTED -> "The server at " + address + " was not trusted.";
            case PIN_NEEDED -> address + " asks for a PIN; write it into a file and give --pin-file.";
            case PIN_WRONG -> "The PIN is not the one that " + address + " asks for.";
            case PIN_LATER -> address + " takes no PIN from this address now, as too many were wrong; try again later.";
            case PIN_UNPROVEN ->
                address + " has not shown that it knows the PIN; it may be another server, or it asks for none.";
            case CANCELLED -> "Connecting to " + address + " was cancelled.";
            case OTHER -> "Connecting to " + address + " failed; the log says more.";
        };
    }

    static String notTrusted(String address, Fingerprint seen) {
        return "The server at " + address + " was not trusted. If it shows the words \"" + seen.sentence()
                + "\" itself, give --fingerprint " + seen.hex() + ".";
    }

    static String of(SendProblem problem, String file) {
        return switch (problem) {
            case NO_PEER -> file + " was not sent: nobody is connected.";
            case NOT_FOUND -> file + " was not sent: there is no such file.";
            case NOT_A_FILE -> file + " was not sent: it is not a regular file.";
            case NO_FOLDERS -> file + " was not sent: the peer's program takes single files only.";
            case TOO_MANY_FILES -> file + " was not sent: there are too many files in it.";
            case NOT_READABLE -> file + " was not sent: it cannot be read.";
        };
    }

    /** Files of a folder that have not arrived, because they could not be read or were refused. */
    static String missing(int files, String folder) {
        return (files == 1 ? "1 file" : files + " files") + " of " + folder + " did not arrive; the log says more.";
    }

    /** What of a folder cannot even be offered. */
    static String unreadable(int parts, String folder) {
        return folder + " cannot be sent whole: " + (parts == 1 ? "1 file or folder" : parts + " files or folders")
                + " in it cannot be read.";
    }

    static String of(SaveResult.Problem problem, String target) {
        return switch (problem) {
            case DISK_FULL -> "It could not be saved in " + target + ": the disk is full.";
            case NO_FOLDER -> "It could not be saved in " + target + ": the folder is not there.";
            case NOT_PERMITTED -> "It could not be saved in " + target + ": writing is not permitted.";
            case CHECK_FAILED -> "It could not be saved in " + target + ": the copy came out wrong.";
            case NOT_COMPLETE -> "It could not be saved in " + target + ": it is not complete.";
            case OTHER -> "It could not be saved in " + target + "; the log says more.";
        };
    }

    /** What was wrong with it, in the words of the wire, is for the log. */
    static String notUnderstood(String peer) {
        return "Something that " + peer + " sent could not be understood and was left out; the log says more.";
    }

    static String of(CloseReason reason, boolean byUs) {
        String who = byUs ? "this side" : "the peer";
        return switch (reason.code()) {
            case CloseReason.NORMAL -> "closed by " + who;
            case CloseReason.GOING_AWAY -> byUs ? "this side ended" : "the peer's program ended";
            case CloseReason.ABNORMAL -> "the link was lost";
            case CloseReason.MALFORMED -> "closed by " + who + ", which could not understand what the other one sent";
            default ->
                "closed by " + who + " with " + reason.code() + (reason.text().isEmpty() ? "" : ": " + reason.text());
        };
    }
}
