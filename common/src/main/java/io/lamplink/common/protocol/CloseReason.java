package io.lamplink.common.protocol;

import java.nio.charset.StandardCharsets;

/**
 * Why a link ended (RFC 6455, section 7.4).
 *
 * @param code close code, 1000 to 4999
 * @param text a short sentence, at most {@link ProtocolLimits#MAX_CLOSE_REASON_BYTES} bytes of UTF-8; longer text is cut
 */
public record CloseReason(int code, String text) {
    /** The person or program asked for it. */
    public static final int NORMAL = 1000;

    /** The window or program ends. */
    public static final int GOING_AWAY = 1001;

    /** Reserved by RFC 6455 for a link that broke without a close frame; never on the wire. */
    public static final int ABNORMAL = 1006;

    /** The peer broke a rule of the server: an Origin, a limit. */
    public static final int POLICY = 1008;

    /** A message over the size limit. */
    public static final int TOO_BIG = 1009;

    /** An error in the program that ends the link. */
    public static final int SERVER_ERROR = 1011;

    /** The server starts again. */
    public static final int RESTARTING = 1012;

    /** The server has no room at the moment. */
    public static final int TRY_LATER = 1013;

    /** A frame that the dialect cannot understand. */
    public static final int MALFORMED = 4400;

    /** The server asks for a PIN, which this peer has not shown to have, or cannot. */
    public static final int PIN_NEEDED = 4401;

    /** The server does not take a PIN from this peer now; what it said before tells why. */
    public static final int PIN_REFUSED = 4403;

    /** The same peer came back over another link, which this one gives way to. */
    public static final int REPLACED = 4409;

    /** The peer sends far more than it may, see {@code Limits} in docs/protocol.md. */
    public static final int FLOOD = 4429;

    /** No byte came within the time limit, or none was taken of what waits. */
    public static final int SILENT = 4408;

    public CloseReason {
        text = cut(text);
    }

    /** A close that somebody asked for. */
    public static CloseReason normal() {
        return new CloseReason(NORMAL, "");
    }

    /** Whether a person or program asked for it, on either side, rather than the link having broken. */
    public boolean orderly() {
        return code == NORMAL || code == GOING_AWAY;
    }

    private static String cut(String text) {
        int end = text.length();
        while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > ProtocolLimits.MAX_CLOSE_REASON_BYTES) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }
}
