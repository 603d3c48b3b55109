package io.lamplink.bench.trial;

import io.lamplink.bench.figures.Delays;
import io.lamplink.bench.figures.Results;
import io.lamplink.bench.figures.Target;
import io.lamplink.bench.process.BenchException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** How long texts take on this machine, idle and while files are pushed without a pause. */
final class Chat {
    private final Plan plan;
    private final Path folder;
    private final Results results;
    private final Consumer<String> progress;

    Chat(Plan plan, Path folder, Results results, Consumer<String> progress) {
        this.plan = plan;
        this.folder = folder;
        this.results = results;
        this.progress = progress;
    }

    void run() throws IOException {
        Source file = Source.make(folder, plan.fileBytes());
        Source other = Source.make(folder, plan.fileBytes() + 1);
        try (Cast cast = new Cast(folder)) {
            Cast.Pair pair = cast.engines(null);
            Contender push = new Contender("push", pair.listening(), List.of(pair.connecting()), file);
            progress.accept("chat: warming up");
            push.pass();
            talk(pair);
            progress.accept("chat: idle");
            results.add(talk(pair).both("loopback: idle"));
            progress.accept("chat: during a push");
            tell(talkDuring(push, push.with(other), pair));
        }
    }

    private Conversation talk(Cast.Pair pair) {
        Conversation conversation = new Conversation(pair, plan.textMillis());
        conversation.begin(plan.texts());
        conversation.finish();
        return conversation;
    }

    /** One file is under way and another waits, so that no text meets an idle link; the same one again would not wait. */
    private Conversation talkDuring(Contender push, Contender other, Cast.Pair pair) {
        Conversation conversation = new Conversation(pair, plan.textMillis());
        push.begin();
        other.begin();
        conversation.begin(plan.texts());
        while (!conversation.over()) {
            awaitOne(push, other).begin();
        }
        conversation.finish();
        awaitOne(push, other);
        awaitOne(push, other);
        return conversation;
    }

    /** Which of the two has ended; they may overtake each other. */
    private static Contender awaitOne(Contender push, Contender other) {
        push.from().await("began");
        String sent = push.from().await("sent").getFirst();
        String arrived = push.to().getFirst().await("arrived").get(2);
        List<String> digests = List.of(push.file().sha256(), other.file().sha256());
        if (!digests.contains(sent) || !digests.contains(arrived)) {
            throw new BenchException("What arrived beside the texts is not what was sent.");
        }
        return sent.equals(push.file().sha256()) ? push : other;
    }

    private void tell(Conversation conversation) {
        Delays with = conversation.withFile("loopback: push, with the file");
        Delays against = conversation.againstFile("loopback: push, against the file");
        results.add(with);
        results.add(against);
        results.add(Target.atMost(
                "chat round trip p99 during a push, loopback", 20, Math.max(with.p99(), against.p99()), "ms"));
    }
}
