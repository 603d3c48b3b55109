/**
 * The server window: for each part an FXML file, a thin controller and a view-model that knows no node. It shows what the
 * engine reports and asks the engine to act; it opens no socket and reads no file.
 */
package io.lamplink.server.view;
