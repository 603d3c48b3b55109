package io.lamplink.installer.icon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class IconFileTest {
    private static final HexFormat HEX = HexFormat.of();

    private final SortedMap<Integer, byte[]> pictures = new TreeMap<>(
            java.util.Map.of(16, HEX.parseHex("aa"), 48, HEX.parseHex("cccc"), 256, HEX.parseHex("bbbb")));

    @Test
    void anIcoListsItsPicturesAndThenHoldsThem() throws IOException {
        assertEquals(
                "000001000300" // an icon with three pictures
                        + "10100000010020000100000036000000" // 16 wide, 1 byte at 54
                        + "30300000010020000200000037000000"
                        + "00000000010020000200000039000000" // 256 is written as 0
                        + "aaccccbbbb",
                HEX.formatHex(IconFile.ico(pictures)));
    }

    @Test
    void anIcnsHoldsPicturesByNameAndKnowsNoneOf48() throws IOException {
        assertEquals(
                "69636e73" + "0000001b" // "icns" and the length of all
                        + "69637034" + "00000009" + "aa" // "icp4"
                        + "69633038" + "0000000a" + "bbbb", // "ic08"
                HEX.formatHex(IconFile.icns(pictures)));
    }
}
