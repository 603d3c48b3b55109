package io.lamplink.common.notice;

import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows notifications of Windows, which belong to a sign in its notification area: that of a window that can go there, or else
 * one that appears with the first notification.
 */
final class TrayNotifier implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(TrayNotifier.class);
    private static final int SIZE = 32;
    private static final Color LAMP = new Color(0x2ecc71);

    private final OneAtATime thread = new OneAtATime("lamplink-notices");
    private @Nullable TrayIcon sign;
    private boolean hopeless;

    @Override
    public void show(Notice notice) {
        thread.run(() -> {
            TrayIcon there = sign();
            if (there != null) {
                there.displayMessage(notice.title(), notice.text(), TrayIcon.MessageType.NONE);
            }
        });
    }

    @Override
    public void close() {
        thread.run(this::remove);
    }

    private synchronized void remove() {
        TrayIcon there = sign;
        hopeless = true;
        if (there != null) {
            SystemTray.getSystemTray().remove(there);
            sign = null;
        }
    }

    private synchronized @Nullable TrayIcon sign() {
        if (hopeless) {
            return null;
        }
        TrayIcon other = another();
        if (other == null && sign == null) {
            try {
                TrayIcon made = new TrayIcon(lamp(), "Lamplink");
                made.setImageAutoSize(true);
                SystemTray.getSystemTray().add(made);
                sign = made;
            } catch (AWTException | UnsupportedOperationException | AWTError e) {
                LOG.info("This desktop shows no notifications.", e);
                hopeless = true;
            }
        }
        return other == null ? sign : other;
    }

    /** Two signs of one program would be one too many. */
    private @Nullable TrayIcon another() {
        if (!SystemTray.isSupported()) {
            return null;
        }
        SystemTray tray = SystemTray.getSystemTray();
        for (TrayIcon one : tray.getTrayIcons()) {
            if (!one.equals(sign)) {
                tray.remove(sign);
                sign = null;
                return one;
            }
        }
        return null;
    }

    private static BufferedImage lamp() {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(LAMP);
        pen.fillOval(4, 4, SIZE - 8, SIZE - 8);
        pen.dispose();
        return image;
    }
}
