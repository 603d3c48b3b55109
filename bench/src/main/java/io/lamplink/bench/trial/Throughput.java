package io.lamplink.bench.trial;

import io.lamplink.bench.figures.Results;
import io.lamplink.bench.figures.Row;
import io.lamplink.bench.figures.Series;
import io.lamplink.bench.figures.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * How fast files go on this machine, without any link in between. Each round measures the reference before each contender;
 * what counts is the median of the rounds.
 */
final class Throughput {
    private static final double MEGA = 1e6;
    private static final long SETTLE = Duration.ofSeconds(3).toNanos();
    private static final int CROWD = 10;
    private static final double SEED_RATE = 13;

    private static final Set<Part> COMPARED_WITH_PUSH = EnumSet.of(Part.PUSH, Part.UPLOAD, Part.WINDOWS, Part.TLS);

    private final Plan plan;
    private final Set<Part> parts;
    private final Path folder;
    private final Results results;
    private final Consumer<String> progress;
    private final FreshMemory memory;
    private final Map<Part, List<Double>> rates = new EnumMap<>(Part.class);
    private final Map<Part, List<Double>> references = new EnumMap<>(Part.class);

    Throughput(Plan plan, Set<Part> parts, Path folder, Results results, Consumer<String> progress) {
        this.plan = plan;
        this.parts = parts;
        this.folder = folder;
        this.results = results;
        this.progress = progress;
        this.memory = new FreshMemory(folder);
    }

    void run() throws IOException {
        Source file = Source.make(folder, plan.fileBytes());
        try (Cast cast = new Cast(folder)) {
            Contender reference = cast.reference(file, null);
            Map<Part, Contender> contenders = contenders(cast, file);
            warmUp(reference, contenders.values());
            for (int round = 1; round <= plan.rounds(); round++) {
                progress.accept("throughput: round " + round + " of " + plan.rounds());
                measure(round, reference, contenders);
            }
            tell(contenders);
        }
    }

    private void warmUp(Contender reference, Collection<Contender> contenders) throws IOException {
        progress.accept("throughput: warming up");
        List<Contender> all = new ArrayList<>(contenders);
        all.add(reference);
        Source brief = Source.make(folder, plan.shortBytes());
        for (Contender contender : all) {
            for (int i = 0; i < plan.shortWarmUps(); i++) {
                contender.with(brief).pass();
            }
            for (int i = 0; i < plan.warmUps(); i++) {
                contender.pass();
            }
        }
    }

    private Map<Part, Contender> contenders(Cast cast, Source file) throws IOException {
        Map<Part, Contender> all = new EnumMap<>(Part.class);
        if (parts.stream().anyMatch(COMPARED_WITH_PUSH::contains)) {
            Cast.Pair pair = cast.engines(null);
            all.put(Part.PUSH, push("push", pair, file));
            all.put(Part.UPLOAD, new Contender("upload", pair.connecting(), List.of(pair.listening()), file));
        }
        if (parts.contains(Part.WINDOWS)) {
            all.put(Part.WINDOWS, push("push, both windows shown", cast.windows(), file));
        }
        if (parts.contains(Part.TLS)) {
            all.put(Part.TLS, push("push over TLS", cast.encryptedEngines(), file));
        }
        if (parts.contains(Part.QT)) {
            all.put(Part.QT, push("push, Qt dialect", cast.qtEngines(), file));
        }
        if (parts.contains(Part.TEN)) {
            all.put(
                    Part.TEN,
                    cast.crowd("push to 10 clients, together", CROWD, Source.make(folder, plan.fileBytes() / CROWD)));
        }
        all.keySet().forEach(part -> {
            rates.put(part, new ArrayList<>());
            references.put(part, new ArrayList<>());
        });
        return all;
    }

    private static Contender push(String name, Cast.Pair pair, Source file) {
        return new Contender(name, pair.listening(), List.of(pair.connecting()), file);
    }

    /** Each round begins with another contender, so that none has the same place every time. */
    private void measure(int round, Contender reference, Map<Part, Contender> contenders) throws IOException {
        List<Map.Entry<Part, Contender>> order = new ArrayList<>(contenders.entrySet());
        Collections.rotate(order, -round);
        for (Map.Entry<Part, Contender> next : order) {
            list(references, next.getKey()).add(settledPass(reference) / MEGA);
            list(rates, next.getKey()).add(settledPass(next.getValue()) / MEGA);
        }
    }

    /**
     * What the last pass left behind should not weigh on this one: windows are still drawn for a moment, and a virtual machine
     * hands memory that was freed back to its host after two seconds or so, which takes its time from whatever runs then.
     */
    private double settledPass(Contender contender) throws IOException {
        LockSupport.parkNanos(SETTLE);
        memory.prepare(plan.fileBytes());
        return contender.pass();
    }

    private static List<Double> list(Map<Part, List<Double>> of, Part part) {
        return of.getOrDefault(part, List.of());
    }

    private Series series(Part part) {
        return new Series(list(rates, part));
    }

    private void tell(Map<Part, Contender> contenders) {
        Series all = allReferences();
        results.add(new Row("reference", all, "MB/s"));
        results.add(new Results.Bar("reference: plain TCP + SHA-256", 1, all.median(), 0));
        contenders.forEach((part, contender) -> {
            Series ratio = ratio(part);
            results.add(new Row(contender.name(), series(part), "MB/s"));
            results.add(new Row(contender.name() + " ÷ reference", ratio, ""));
            results.add(new Results.Bar(
                    contender.name(), ratio.median(), series(part).median(), wanted(part)));
        });
        if (rates.containsKey(Part.PUSH)) {
            tellTargets();
        }
    }

    /** To the median of all passes of the reference: single ones depend on what the pass before left to the disk. */
    private Series ratio(Part part) {
        return series(part).dividedBy(allReferences().median());
    }

    private Series allReferences() {
        return new Series(references.values().stream().flatMap(List::stream).toList());
    }

    /** What the ratio to the reference should be, from the targets that compare with the push. */
    private double wanted(Part part) {
        double push = ratio(Part.PUSH).median();
        return switch (part) {
            case PUSH -> 0.75;
            case UPLOAD -> 0.75 * push;
            case WINDOWS -> 0.90 * push;
            case TLS -> 0.50 * push;
            case QT, TEN, CROWD, BROADCAST, TWENTY, STALLED, MEMORY, CHAT, SLOW100, SLOW10, FAR, LOG, JMH -> 0;
        };
    }

    private void tellTargets() {
        Series push = series(Part.PUSH);
        Series upload = series(Part.UPLOAD).dividedBy(push);
        results.add(new Row("upload ÷ push", upload, ""));
        results.add(Target.atLeast(
                "push, verified and on disk ÷ the reference",
                0.75,
                ratio(Part.PUSH).median(),
                ""));
        results.add(Target.atLeast("upload ÷ push", 0.75, upload.median(), ""));
        if (rates.containsKey(Part.WINDOWS)) {
            Series windows = series(Part.WINDOWS).dividedBy(push);
            Series seed = series(Part.WINDOWS).dividedBy(SEED_RATE);
            results.add(new Row("push with both windows shown ÷ push without", windows, ""));
            results.add(new Row("push with both windows shown ÷ the seed with windows shown", seed, ""));
            results.add(Target.atLeast("push with both windows shown ÷ push without", 0.90, windows.median(), ""));
        }
        if (rates.containsKey(Part.TLS)) {
            Series encrypted = series(Part.TLS).dividedBy(push);
            results.add(new Row("push over TLS ÷ push in clear", encrypted, ""));
            results.add(Target.atLeast("push over TLS ÷ push in clear", 0.50, encrypted.median(), ""));
        }
        results.add(Target.atLeast("push ÷ the seed with windows shown (13 MB/s)", 25, push.median() / SEED_RATE, ""));
    }
}
