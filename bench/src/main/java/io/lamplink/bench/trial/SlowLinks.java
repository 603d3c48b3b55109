package io.lamplink.bench.trial;

import io.lamplink.bench.figures.Delays;
import io.lamplink.bench.figures.Results;
import io.lamplink.bench.figures.Row;
import io.lamplink.bench.figures.Series;
import io.lamplink.bench.figures.Target;
import io.lamplink.bench.shaper.LinkShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How much of a slow link files use, and how long texts take on it meanwhile. */
final class SlowLinks {
    private static final double PERCENT = 100;

    private final Plan plan;
    private final Path folder;
    private final Results results;
    private final Consumer<String> progress;

    SlowLinks(Plan plan, Path folder, Results results, Consumer<String> progress) {
        this.plan = plan;
        this.folder = folder;
        this.results = results;
        this.progress = progress;
    }

    /** 100 or 10 Mbit/s with a round trip of 20 ms: the reference, push with texts, upload. */
    void near(int megabits) throws IOException {
        LinkShape shape = LinkShape.of(megabits, 20);
        try (Cast cast = new Cast(folder)) {
            new Near(shape, cast, file(shape, plan.slowSeconds())).run();
        }
    }

    /** 100 Mbit/s with a round trip of 200 ms: the reference and push. */
    void far() throws IOException {
        LinkShape shape = LinkShape.of(100, 200);
        Source file = file(shape, plan.farSeconds());
        try (Cast cast = new Cast(folder)) {
            Contender reference = cast.reference(file, shape);
            Contender push = push(cast.engines(shape), file);
            warmUp(shape, List.of(reference, push));
            List<Double> references = new ArrayList<>();
            List<Double> pushes = new ArrayList<>();
            for (int round = 1; round <= plan.rounds(); round++) {
                progress.accept(name(shape) + ": round " + round + " of " + plan.rounds());
                references.add(share(shape, reference.pass()));
                pushes.add(share(shape, push.pass()));
            }
            row(shape, "reference", references);
            double median = row(shape, "push", pushes);
            results.add(Target.atLeast("goodput of a push, " + name(shape), 90, median, "% of the link"));
        }
    }

    private Source file(LinkShape shape, double seconds) throws IOException {
        return Source.make(folder, (long) (shape.bytesPerSecond() * seconds));
    }

    private void warmUp(LinkShape shape, List<Contender> contenders) throws IOException {
        progress.accept(name(shape) + ": warming up");
        Source small = file(shape, plan.slowSeconds() / 4);
        contenders.forEach(contender -> contender.with(small).pass());
    }

    private double row(LinkShape shape, String what, List<Double> shares) {
        Series series = new Series(shares);
        results.add(new Row(name(shape) + ": " + what, series, "% of the link"));
        return series.median();
    }

    private static Contender push(Cast.Pair pair, Source file) {
        return new Contender("push", pair.listening(), List.of(pair.connecting()), file);
    }

    private static double share(LinkShape shape, double bytesPerSecond) {
        return PERCENT * bytesPerSecond / shape.bytesPerSecond();
    }

    private static String name(LinkShape shape) {
        return shape.megabits() + " Mbit/s, " + shape.roundTripMillis() + " ms";
    }

    /** One link with a short round trip. */
    private final class Near {
        private final LinkShape shape;
        private final Cast.Pair pair;
        private final Contender reference;
        private final Contender push;
        private final Contender upload;
        private final List<Double> references = new ArrayList<>();
        private final List<Double> pushes = new ArrayList<>();
        private final List<Double> uploads = new ArrayList<>();

        Near(LinkShape shape, Cast cast, Source file) {
            this.shape = shape;
            this.reference = cast.reference(file, shape);
            this.pair = cast.engines(shape);
            this.push = push(pair, file);
            this.upload = new Contender("upload", pair.connecting(), List.of(pair.listening()), file);
        }

        void run() throws IOException {
            warmUp(shape, List.of(reference, push, upload));
            Delays idle = idle();
            Conversation during = new Conversation(pair, plan.textMillis());
            for (int round = 1; round <= plan.rounds(); round++) {
                progress.accept(name(shape) + ": round " + round + " of " + plan.rounds());
                references.add(share(shape, reference.pass()));
                pushes.add(share(shape, pushWithTexts(during)));
                uploads.add(share(shape, upload.pass()));
            }
            tell(idle, during);
        }

        private Delays idle() {
            Conversation quiet = new Conversation(pair, plan.textMillis());
            quiet.begin(plan.texts());
            quiet.finish();
            return quiet.both(name(shape) + ": idle");
        }

        private double pushWithTexts(Conversation during) {
            push.begin();
            during.begin();
            double rate = push.finish();
            during.hush();
            during.finish();
            return rate;
        }

        private void tell(Delays idle, Conversation during) {
            row(shape, "reference", references);
            double goodput = row(shape, "push, texts meanwhile", pushes);
            row(shape, "upload", uploads);
            Delays with = during.withFile(name(shape) + ": push, with the file");
            Delays against = during.againstFile(name(shape) + ": push, against the file");
            List.of(idle, with, against).forEach(results::add);
            if (shape.megabits() == 100) {
                double over = Math.max(with.p99(), against.p99()) - idle.p50();
                results.add(Target.atMost(
                        "chat round trip p99 during a push over idle p50, " + name(shape), 60, over, "ms"));
                results.add(Target.atLeast("goodput meanwhile, " + name(shape), 95, goodput, "% of the link"));
            }
        }
    }
}
