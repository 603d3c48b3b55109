package io.lamplink.bench.worker;

/** Reports as {@code missed} what would end the measurement as {@code failed}. */
record TolerantVoice(Voice voice) implements Voice {
    @Override
    public void say(Object... words) {
        if (words[0].equals("failed")) {
            words[0] = "missed";
        }
        voice.say(words);
    }
}
