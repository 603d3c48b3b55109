package io.lamplink.client.net;

import io.lamplink.common.engine.ConnectProblem;

/** A text that is no address of a server. */
public final class BadAddressException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ConnectProblem problem;

    BadAddressException(ConnectProblem problem, String sentence) {
        super(sentence);
        this.problem = problem;
    }

    /** {@link ConnectProblem#BAD_ADDRESS} or {@link ConnectProblem#BAD_PORT}. */
    public ConnectProblem problem() {
        return problem;
    }
}
