/**
 * Reaching a person who looks elsewhere: notifications of the desktop and a sound, where the system has them. It neither
 * decides when nor in which words. Whatever a text holds, it stays a text: it goes to no shell, becomes no option and no markup.
 * What the system has not got is silence, never an error.
 */
package io.lamplink.common.notice;
