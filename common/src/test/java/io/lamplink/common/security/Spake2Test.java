package io.lamplink.common.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SPAKE2 as RFC 9382 has it, by the examples of its appendix B, and with a peer that breaks the rules. */
final class Spake2Test {
    private static final byte[] NOTHING = new byte[0];

    /** One example of the RFC, in its own letters. */
    record Example(String a, String b, String w, String x, String y, String pA, String pB, String cA, String cB) {}

    static Stream<Example> examples() {
        return Stream.of(
                new Example(
                        "server",
                        "client",
                        "2ee57912099d31560b3a44b1184b9b4866e904c49d12ac5042c97dca461b1a5f",
                        "43dd0fd7215bdcb482879fca3220c6a968e66d70b1356cac18bb26c84a78d729",
                        "dcb60106f276b02606d8ef0a328c02e4b629f84f89786af5befb0bc75b6e66be",
                        "04a56fa807caaa53a4d28dbb9853b9815c61a411118a6fe516a8798434751470f9"
                                + "010153ac33d0d5f2047ffdb1a3e42c9b4e6be662766e1eeb4116988ede5f912c",
                        "0406557e482bd03097ad0cbaa5df82115460d951e3451962f1eaf4367a420676d0"
                                + "9857ccbc522686c83d1852abfa8ed6e4a1155cf8f1543ceca528afb591a1e0b7",
                        "58ad4aa88e0b60d5061eb6b5dd93e80d9c4f00d127c65b3b35b1b5281fee38f0",
                        "d3e2e547f1ae04f2dbdbf0fc4b79f8ecff2dff314b5d32fe9fcef2fb26dc459b"),
                new Example(
                        "",
                        "client",
                        "0548d8729f730589e579b0475a582c1608138ddf7054b73b5381c7e883e2efae",
                        "403abbe3b1b4b9ba17e3032849759d723939a27a27b9d921c500edde18ed654b",
                        "903023b6598908936ea7c929bd761af6039577a9c3f9581064187c3049d87065",
                        "04a897b769e681c62ac1c2357319a3d363f610839c4477720d24cbe32f5fd85f44"
                                + "fb92ba966578c1b712be6962498834078262caa5b441ecfa9d4a9485720e918a",
                        "04e0f816fd1c35e22065d5556215c097e799390d16661c386e0ecc84593974a61b"
                                + "881a8c82327687d0501862970c64565560cb5671f696048050ca66ca5f8cc7fc",
                        "47d29e6666af1b7dd450d571233085d7a9866e4d49d2645e2df975489521232b",
                        "3313c5cefc361d27fb16847a91c2a73b766ffa90a4839122a9b70a2f6bd1d6df"),
                new Example(
                        "server",
                        "",
                        "626e0cdc7b14c9db3e52a0b1b3a768c98e37852d5db30febe0497b14eae8c254",
                        "07adb3db6bc623d3399726bfdbfd3d15a58ea776ab8a308b00392621291f9633",
                        "b6a4fc8dbb629d4ba51d6f91ed1532cf87adec98f25dd153a75accafafedec16",
                        "04f88fb71c99bfffaea370966b7eb99cd4be0ff1a7d335caac4211c4afd855e2e1"
                                + "5a873b298503ad8ba1d9cbb9a392d2ba309b48bfd7879aefd0f2cea6009763b0",
                        "040c269d6be017dccb15182ac6bfcd9e2a14de019dd587eaf4bdfd353f031101e7"
                                + "cca177f8eb362a6e83e7d5e729c0732e1b528879c086f39ba0f31a9661bd34db",
                        "bc9f9bbe99f26d0b2260e6456e05a86196a3307ec6663a18bf6ac825736533b2",
                        "c2370e1bf813b086dff0d834e74425a06e6390f48f5411900276dcccc5a297ec"),
                new Example(
                        "",
                        "",
                        "7bf46c454b4c1b25799527d896508afd5fc62ef4ec59db1efb49113063d70cca",
                        "8cef65df64bb2d0f83540c53632de911b5b24b3eab6cc74a97609fd659e95473",
                        "d7a66f64074a84652d8d623a92e20c9675c61cb5b4f6a0063e4648a2fdc02d53",
                        "04a65b367a3f613cf9f0654b1b28a1e3a8a40387956c8ba6063e8658563890f46c"
                                + "a1ef6a676598889fc28de2950ab8120b79a5ef1ea4c9f44bc98f585634b46d66",
                        "04589f13218822710d98d8b2123a079041052d9941b9cf88c6617ddb2fcc049466"
                                + "2eea8ba6b64692dc318250030c6af045cb738bc81ba35b043c3dcb46adf6f58d",
                        "dfb4db8d48ae5a675963ea5e6c19d98d4ea028d8e898dad96ea19a80ade95dca",
                        "d0f0609d1613138d354f7e95f19fb556bf52d751947241e8c7118df5ef0ae175"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExamplesOfTheRfcComeOut(Example e) {
        Spake2 a = new Spake2(Spake2.Side.A, number(e.w), number(e.x));
        Spake2 b = new Spake2(Spake2.Side.B, number(e.w), number(e.y));
        assertEquals(e.pA, HexFormat.of().formatHex(a.share()));
        assertEquals(e.pB, HexFormat.of().formatHex(b.share()));
        Spake2.Confirmation both = new Spake2.Confirmation(e.cA, e.cB);
        assertEquals(Optional.of(both), a.confirmation(b.share(), ascii(e.a), ascii(e.b), NOTHING));
        assertEquals(Optional.of(both), b.confirmation(a.share(), ascii(e.a), ascii(e.b), NOTHING));
    }

    @Test
    void anotherNumberNamesOrDataLeadElsewhere() {
        Spake2 a = new Spake2(Spake2.Side.A, BigInteger.TWO, BigInteger.TEN);
        byte[] theirs = new Spake2(Spake2.Side.B, BigInteger.TWO, BigInteger.TEN).share();
        byte[] wrong = new Spake2(Spake2.Side.B, BigInteger.ONE, BigInteger.TEN).share();
        Optional<Spake2.Confirmation> right = a.confirmation(theirs, ascii("a"), ascii("b"), NOTHING);
        assertTrue(right.isPresent());
        assertNotEquals(right, a.confirmation(wrong, ascii("a"), ascii("b"), NOTHING));
        assertNotEquals(right, a.confirmation(theirs, ascii("A"), ascii("b"), NOTHING));
        assertNotEquals(right, a.confirmation(theirs, ascii("a"), ascii("B"), NOTHING));
        assertNotEquals(right, a.confirmation(theirs, ascii("ab"), NOTHING, NOTHING));
        assertNotEquals(right, a.confirmation(theirs, ascii("a"), ascii("b"), new byte[1]));
    }

    @Test
    void aSideThatHearsItsOwnShareLearnsNothingThatWouldConvinceIt() {
        Spake2 a = new Spake2(Spake2.Side.A, BigInteger.TWO, BigInteger.TEN);
        Spake2.Confirmation echoed =
                a.confirmation(a.share(), NOTHING, NOTHING, NOTHING).orElseThrow();
        assertNotEquals(echoed.a(), echoed.b());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "04",
                // all zeros, all ones, and a point beside the curve
                "0400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                        + "00000000000000000000000000",
                "04ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                        + "ffffffffffffffffffffffffff",
                "04a56fa807caaa53a4d28dbb9853b9815c61a411118a6fe516a8798434751470f9"
                        + "010153ac33d0d5f2047ffdb1a3e42c9b4e6be662766e1eeb4116988ede5f912d",
                // a good point with its sign only, and with a byte too many
                "02a56fa807caaa53a4d28dbb9853b9815c61a411118a6fe516a8798434751470f9",
                "04a56fa807caaa53a4d28dbb9853b9815c61a411118a6fe516a8798434751470f9"
                        + "010153ac33d0d5f2047ffdb1a3e42c9b4e6be662766e1eeb4116988ede5f912c00",
                // the same in the form that tells it twice
                "06a56fa807caaa53a4d28dbb9853b9815c61a411118a6fe516a8798434751470f9"
                        + "010153ac33d0d5f2047ffdb1a3e42c9b4e6be662766e1eeb4116988ede5f912c"
            })
    void whatIsNoShareIsRefused(String hex) {
        Spake2 a = new Spake2(Spake2.Side.A, BigInteger.TWO, BigInteger.TEN);
        assertEquals(Optional.empty(), a.confirmation(HexFormat.of().parseHex(hex), NOTHING, NOTHING, NOTHING));
    }

    /** Whoever knows the number could send a share of which nothing is left, to have a key that everybody knows. */
    @Test
    void aShareOfWhichNothingIsLeftIsRefused() {
        BigInteger order = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
        byte[] onlyN = new Spake2(Spake2.Side.B, BigInteger.TWO, order).share();
        Spake2 a = new Spake2(Spake2.Side.A, BigInteger.TWO, BigInteger.TEN);
        assertEquals(Spake2.SHARE_BYTES, onlyN.length);
        assertEquals(Optional.empty(), a.confirmation(onlyN, NOTHING, NOTHING, NOTHING));
    }

    @Test
    void secretsAreNumbersBelowTheOrderAndNeverTheSame() {
        SecureRandom random = new SecureRandom();
        BigInteger one = Spake2.newSecret(random);
        assertTrue(one.signum() > 0 && one.bitLength() <= 256);
        assertNotEquals(one, Spake2.newSecret(random));
    }

    /** By the examples of RFC 5869 (A.3: neither salt nor info) and of RFC 4231 (case 2). */
    @Test
    void keysAreDerivedAsOthersDo() {
        byte[] key = new byte[22];
        java.util.Arrays.fill(key, (byte) 0x0b);
        assertEquals(
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
                HexFormat.of().formatHex(Spake2.hkdf(key, NOTHING, 42)));
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                HexFormat.of().formatHex(Spake2.hmac(ascii("Jefe"), ascii("what do ya want for nothing?"))));
    }

    private static BigInteger number(String hex) {
        return new BigInteger(hex, 16);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
