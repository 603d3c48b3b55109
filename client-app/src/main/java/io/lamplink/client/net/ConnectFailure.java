package io.lamplink.client.net;

import io.lamplink.common.engine.ConnectProblem;

/** Why a connection did not come about. {@code detail} is a technical sentence for the log. */
public record ConnectFailure(ConnectProblem problem, String detail) {}
