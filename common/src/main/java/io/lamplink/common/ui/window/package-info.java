/**
 * What both windows are made of besides their widgets: the view-model of the conversation and its files, the dialogs, the
 * status window, and the frame that gives a stage its look and size. It knows the engine by its interface only.
 */
package io.lamplink.common.ui.window;
