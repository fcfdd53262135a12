package org.specimen.ui.trial;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.specimen.proof.Proof;
import org.specimen.proof.Proof.ResultComparison;
import org.specimen.proof.Verdict;
import org.specimen.proof.VerdictSentence;
import org.specimen.ui.text.Texts;
import org.specimen.ui.trial.CheckList.Check;

/** What a proof says, for a person. */
final class ProofWords {

    private static final Texts TEXTS = Texts.of(ProofWords.class);

    private ProofWords() {}

    /** One sentence on how it comes to its headline. */
    static String reason(Proof proof) {
        return VerdictSentence.reason(proof)
                .orElseGet(() -> TEXTS.get(
                        proof.verdict() == Verdict.FAILED ? "verdict.failed.where" : "verdict.differs.where"));
    }

    /** Whether what the headline says is good news. */
    static boolean isGood(Verdict verdict) {
        return verdict == Verdict.REPRODUCED || verdict == Verdict.RAN || verdict == Verdict.BUILT;
    }

    static Optional<CheckList> results(Proof proof) {
        List<Check> checks = proof.results().stream()
                .map(each -> new Check(each.same(), each.path(), said(each)))
                .toList();
        return list("results-list", "results", checks);
    }

    private static String said(ResultComparison result) {
        String how = TEXTS.get("compared." + result.kind().name().toLowerCase(Locale.ROOT));
        return result.difference()
                .map(difference -> result.random() ? TEXTS.get("compared.random", difference) : difference)
                .orElse(how);
    }

    static Optional<CheckList> imports(Proof proof) {
        List<Check> checks = proof.imports().stream()
                .map(each -> new Check(each.works(), each.module(), each.error().orElse(TEXTS.get("import.works"))))
                .toList();
        return list("imports-list", "imports", checks);
    }

    static Optional<CheckList> packages(Proof proof) {
        List<Check> checks = proof.distributions().stream()
                .map(each -> new Check(
                        each.holds(),
                        each.name().value(),
                        each.holds()
                                ? each.pinned().toString()
                                : each.installed()
                                        .map(there -> TEXTS.get("package.other", there, each.pinned()))
                                        .orElse(TEXTS.get("package.missing", each.pinned()))))
                .toList();
        return list("packages-list", "packages", checks);
    }

    private static Optional<CheckList> list(String id, String key, List<Check> checks) {
        long fail = checks.stream().filter(check -> !check.holds()).count();
        String title = fail == 0
                ? TEXTS.counted("checked." + key, checks.size())
                : TEXTS.counted("checked." + key + ".not", fail, checks.size());
        return checks.isEmpty() ? Optional.empty() : Optional.of(new CheckList(id, title, checks));
    }
}
