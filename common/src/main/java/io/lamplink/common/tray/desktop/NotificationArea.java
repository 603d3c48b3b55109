package io.lamplink.common.tray.desktop;

import io.lamplink.common.tray.Tray;
import io.lamplink.common.tray.TrayChoice;
import io.lamplink.common.tray.TrayFace;
import io.lamplink.common.tray.TrayItem;
import io.lamplink.common.tray.TrayListener;
import io.lamplink.common.tray.TrayPicture;
import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** That of Windows, which AWT knows. A left click is a choice; a right click opens the menu, which the system draws. */
final class NotificationArea implements Tray {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationArea.class);

    private final Map<TrayChoice, MenuItem> lines = new EnumMap<>(TrayChoice.class);
    private @Nullable TrayIcon sign;

    @Override
    public boolean offered() {
        return true;
    }

    @Override
    public void open(TrayFace face, TrayListener listener) {
        close();
        try {
            SystemTray area = SystemTray.getSystemTray();
            TrayIcon made = new TrayIcon(picture(face, area), tooltip(face), menu(face, listener));
            made.setImageAutoSize(true);
            made.addMouseListener(new MouseAdapter() {
                @Override
                public void mouseClicked(MouseEvent event) {
                    if (event.getButton() == MouseEvent.BUTTON1) {
                        listener.chosen(TrayChoice.SHOW);
                    }
                }
            });
            made.addActionListener(_ -> listener.chosen(TrayChoice.SHOW)); // by the keyboard
            area.add(made);
            sign = made;
            listener.there(true);
        } catch (AWTException | UnsupportedOperationException | AWTError e) {
            LOG.info("This desktop has no tray.", e);
            listener.there(false);
        }
    }

    private PopupMenu menu(TrayFace face, TrayListener listener) {
        PopupMenu menu = new PopupMenu();
        lines.clear();
        for (TrayItem item : face.items()) {
            MenuItem line = new MenuItem(item.words());
            line.addActionListener(_ -> listener.chosen(item.choice()));
            lines.put(item.choice(), line);
            menu.add(line);
        }
        return menu;
    }

    @Override
    public void show(TrayFace face) {
        TrayIcon there = sign;
        if (there != null) {
            there.setImage(picture(face, SystemTray.getSystemTray()));
            there.setToolTip(tooltip(face));
            face.items().forEach(item -> rename(lines.get(item.choice()), item.words()));
        }
    }

    private static void rename(@Nullable MenuItem line, String words) {
        if (line != null && !words.equals(line.getLabel())) {
            line.setLabel(words);
        }
    }

    @Override
    public void close() {
        TrayIcon there = sign;
        if (there != null) {
            SystemTray.getSystemTray().remove(there);
            sign = null;
        }
    }

    private static String tooltip(TrayFace face) {
        return face.title() + "\n" + face.sentence();
    }

    /** The smallest that need not be made larger. */
    private static BufferedImage picture(TrayFace face, SystemTray area) {
        int wanted = area.getTrayIconSize().width;
        Comparator<TrayPicture> bySize = Comparator.comparingInt(TrayPicture::size);
        TrayPicture best = face.pictures().stream()
                .filter(one -> one.size() >= wanted)
                .min(bySize)
                .orElseGet(() -> face.pictures().stream().max(bySize).orElseThrow());
        int size = best.size();
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, size, size, best.argb(), 0, size);
        return image;
    }
}
