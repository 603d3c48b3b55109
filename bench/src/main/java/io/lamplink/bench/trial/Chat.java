package io.lamplink.bench.trial;

import io.lamplink.bench.figures.Delays;
import io.lamplink.bench.figures.Results;
import io.lamplink.bench.figures.Target;
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
        try (Cast cast = new Cast(folder)) {
            Cast.Pair pair = cast.engines(null);
            Contender push = new Contender("push", pair.listening(), List.of(pair.connecting()), file);
            progress.accept("chat: warming up");
            push.pass();
            talk(pair);
            progress.accept("chat: idle");
            results.add(talk(pair).both("loopback: idle"));
            progress.accept("chat: during a push");
            tell(talkDuring(push, pair));
        }
    }

    private Conversation talk(Cast.Pair pair) {
        Conversation conversation = new Conversation(pair, plan.textMillis());
        conversation.begin(plan.texts());
        conversation.finish();
        return conversation;
    }

    /** Two files are always under way or waiting, so that no text meets an idle link. */
    private Conversation talkDuring(Contender push, Cast.Pair pair) {
        Conversation conversation = new Conversation(pair, plan.textMillis());
        push.begin();
        push.begin();
        conversation.begin(plan.texts());
        while (!conversation.over()) {
            push.finish();
            push.begin();
        }
        conversation.finish();
        push.finish();
        push.finish();
        return conversation;
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
