package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Pause;
import io.lamplink.common.ui.control.TransferItem;
import io.lamplink.common.ui.control.TransferItem.Cause;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Texts;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the window says of transfers that are held up, and of their speed before and after. */
final class TransferPauseTest {

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final FakeEngine engine = new FakeEngine();
    private final FakeWorld world = new FakeWorld();
    private final ConversationViewModel model = new ConversationViewModel(engine, world.ports(), Samples.studio());
    private final Peer mei = Samples.peer("Mei", "192.168.1.21");
    private final TransferSnapshot moving = Samples.outgoing("lecture.zip", 1_000_000_000, 0);

    @BeforeEach
    void listen() {
        model.listen(model::handle);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | false | PAUSED | HERE | Paused | 已暂停",
                "false | true  | PAUSED | THERE | Paused by Mei | Mei 已暂停",
                "true  | true  | PAUSED | HERE | Paused here and by Mei | 双方都已暂停（本机和 Mei）",
                "true  | false | CHECKING | COMPARING | Comparing what is there already… | 正在核对已传输的部分…",
                "true  | false | LINK_LOST | AWAY | Waits until Mei is back, then goes on by itself | 等 Mei 重新连接后自动继续",
                "true  | false | DISK_FULL | TROUBLE | This computer’s disk is full. Make room, and it goes on"
                        + " | 本机磁盘已满。腾出空间后自动继续",
                "false | true  | DISK_FULL | TROUBLE | The disk of Mei is full. Once there is room, it goes on"
                        + " | Mei 的磁盘已满。对方腾出空间后自动继续",
                "true  | false | DISK_ERROR | TROUBLE | Can’t be written on this computer. Check the disk, and it goes on"
                        + " | 本机无法写入。请检查磁盘，恢复后自动继续",
                "false | true  | DISK_ERROR | TROUBLE | Mei can’t write it. Once the disk there is mended, it goes on"
                        + " | Mei 无法写入。对方的磁盘恢复后自动继续",
                "true  | false | SOURCE_UNREADABLE | TROUBLE"
                        + " | Can’t be read. Put it back or allow reading, and it goes on"
                        + " | 无法读取。请将文件放回原处或允许读取，之后自动继续",
                "false | true  | SOURCE_UNREADABLE | TROUBLE | Mei can’t read it. Once that is mended, it goes on"
                        + " | Mei 无法读取文件。恢复后自动继续",
                "true  | false | BUSY | TROUBLE | Held up: too many files at once; try again later"
                        + " | 暂时停止：同时传输的文件过多，请稍后再试",
            })
    void aPauseIsExplainedInBothLanguages(
            boolean byUs, boolean byPeer, FailureReason reason, Cause cause, String english, String chinese) {
        tell(Samples.heldUp(moving, new Pause(byUs, byPeer, reason, "")));
        TransferItem.Hold hold = Objects.requireNonNull(only().hold());
        assertEquals(cause, hold.cause());
        assertEquals(english, texts.get(hold.sentence()));
        texts.languageProperty().set(Language.CHINESE);
        assertEquals(chinese, texts.get(hold.sentence()));
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasASentence(FailureReason reason) {
        tell(Samples.heldUp(moving, new Pause(true, false, reason, "")));
        assertTrue(texts.get(Objects.requireNonNull(only().hold()).sentence()).length() > 3);
        assertEquals(TransferItem.Stage.PAUSED, only().stage());
    }

    @Test
    void whatIsResumedIsNoLongerHeldUpAndItsSpeedBeginsAnew() {
        move(0, 0);
        move(100_000_000, 1_000);
        assertEquals(100e6, only().speed(), 1);
        tell(Samples.heldUp(moving, new Pause(true, false, FailureReason.LINK_LOST, "")));
        assertEquals(0, only().speed());
        assertNull(only().timeLeft());
        move(900_000_000, 1_010);
        assertNull(only().hold());
        assertEquals(0, only().speed(), "what was skipped has not moved");
        move(901_000_000, 2_010);
        assertEquals(1e6, only().speed(), 1);
        assertNotNull(only().timeLeft());
    }

    /** A transfer that goes on after a restart of the program is first heard of with much of it there. */
    @Test
    void aTransferThatBeginsInTheMiddleHasNoSpeedYet() {
        move(900_000_000, 200);
        assertEquals(0, only().speed());
    }

    private void move(long transferred, long millis) {
        tell(Samples.later(moving, transferred, Duration.ofMillis(millis)));
    }

    private void tell(TransferSnapshot snapshot) {
        engine.tell(new EngineEvent.TransferChanged(mei, snapshot, null));
    }

    private TransferItem only() {
        return model.transfers().getFirst().item();
    }
}
