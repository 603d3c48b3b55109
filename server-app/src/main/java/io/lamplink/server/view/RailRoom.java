package io.lamplink.server.view;

import io.lamplink.common.ui.control.ClientList;

/**
 * What has room in the rail beside the list of clients: people come before words that icons and tooltips can stand for.
 *
 * @param height of the window's content, in pixels
 * @param clients who are there
 */
record RailRoom(double height, int clients) {

    /** What all but the rows of clients needs. */
    private static final double REST = 560;

    /** What buttons give up that stand side by side without their names. */
    private static final double NAMES = 80;

    private static final double ROW = 46;
    private static final double FILTER = 40;

    /** For so many the words give way; more of them scroll. */
    private static final int MOST = 5;

    /** Whether the buttons at the foot have room for their names. */
    boolean namesButtons() {
        return height >= needed();
    }

    /** Whether there is room for the program's name above all, and for who has left. */
    boolean namesProgram() {
        return height >= Math.max(REST, needed() - NAMES);
    }

    private double needed() {
        return REST + ROW * Math.min(clients, MOST) + (ClientList.hasFilter(clients) ? FILTER : 0);
    }
}
