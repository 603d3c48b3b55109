package io.lamplink.common.power;

/** What keeps this computer from falling asleep. For one thread at a time; neither method waits or fails. */
interface SleepInhibitor {

    /** From now on the computer stays awake, if it lets itself be asked; asking again changes nothing. */
    void inhibit();

    /** From now on it may sleep. */
    void release();
}
