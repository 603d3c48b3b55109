package io.lamplink.common.session;

import static io.lamplink.common.session.LinkEvent.LAST_PEER_LEFT;
import static io.lamplink.common.session.LinkEvent.LINK_LOST;
import static io.lamplink.common.session.LinkEvent.PEER_JOINED;
import static io.lamplink.common.session.LinkEvent.RETRYING;
import static io.lamplink.common.session.LinkEvent.START;
import static io.lamplink.common.session.LinkEvent.START_FAILED;
import static io.lamplink.common.session.LinkEvent.STOPPED;
import static io.lamplink.common.session.LinkState.CONNECTED;
import static io.lamplink.common.session.LinkState.IDLE;
import static io.lamplink.common.session.LinkState.LOST;
import static io.lamplink.common.session.LinkState.RECONNECTING;
import static io.lamplink.common.session.LinkState.WAITING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkStateTest {

    /** Every state and every event: what the lamp shows afterwards. */
    private static final Map<LinkState, Map<LinkEvent, LinkState>> TABLE = table(
            List.of(START, START_FAILED, PEER_JOINED, LAST_PEER_LEFT, STOPPED, LINK_LOST, RETRYING),
            Map.of(
                    IDLE, List.of(WAITING, IDLE, IDLE, IDLE, IDLE, IDLE, IDLE),
                    WAITING, List.of(WAITING, IDLE, CONNECTED, WAITING, IDLE, LOST, WAITING),
                    CONNECTED, List.of(CONNECTED, CONNECTED, CONNECTED, WAITING, IDLE, LOST, RECONNECTING),
                    RECONNECTING, List.of(RECONNECTING, IDLE, CONNECTED, RECONNECTING, IDLE, LOST, RECONNECTING),
                    LOST, List.of(WAITING, LOST, LOST, LOST, IDLE, LOST, LOST)));

    private static Map<LinkState, Map<LinkEvent, LinkState>> table(
            List<LinkEvent> columns, Map<LinkState, List<LinkState>> rows) {
        Map<LinkState, Map<LinkEvent, LinkState>> table = new HashMap<>();
        rows.forEach((state, after) -> {
            Map<LinkEvent, LinkState> row = new EnumMap<>(LinkEvent.class);
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), after.get(i));
            }
            table.put(state, row);
        });
        return table;
    }

    @Test
    void everyStateWithEveryEvent() {
        for (LinkState state : LinkState.values()) {
            for (LinkEvent event : LinkEvent.values()) {
                assertEquals(TABLE.get(state).get(event), state.after(event), state + " after " + event);
            }
        }
    }

    /** U5: a failed listen leaves no lamp that goes on blinking. */
    @Test
    void u5_aFailedStartLeavesTheLampDark() {
        assertEquals(IDLE, IDLE.after(START).after(START_FAILED));
        assertEquals(IDLE, LOST.after(START).after(START_FAILED));
    }

    @Test
    void startingIsPossibleWhereNothingIsUp() {
        assertEquals(
                List.of(IDLE, LOST),
                List.of(LinkState.values()).stream().filter(LinkState::canStart).toList());
    }
}
