package org.specimen.project;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.specimen.format.PythonTokens;

/** Finds in Python code where random numbers are drawn, and what seeds them, by the usual names. */
final class RandomnessReader {

    private static final Set<String> SEEDS = Set.of(
            "seed",
            "manual_seed",
            "manual_seed_all",
            "set_seed",
            "seed_everything",
            "set_random_seed",
            "seed_all",
            "fix_seed",
            "PRNGKey",
            "SeedSequence",
            "enable_determinism");

    /** Makers of generators: seeded if they are given anything. */
    private static final Set<String> GENERATORS = Set.of("default_rng", "RandomState", "Random", "Generator");

    /** Functions of several libraries that draw, unless they are told a state. */
    private static final Set<String> SPLITTERS =
            Set.of("train_test_split", "KMeans", "RandomForestClassifier", "RandomForestRegressor", "TSNE", "UMAP");

    /** What a generator is usually called, beside the names that one is given in this code. */
    private static final Set<String> GENERATOR_NAMES = Set.of("rng", "_rng", "random_state", "rand_state");

    /** Methods of the generators of NumPy and of the standard library that draw. */
    private static final Set<String> GENERATOR_DRAWS = Set.of(
            "random",
            "normal",
            "standard_normal",
            "uniform",
            "integers",
            "randint",
            "rand",
            "randn",
            "randrange",
            "choice",
            "choices",
            "sample",
            "shuffle",
            "permutation",
            "permuted",
            "bytes",
            "beta",
            "binomial",
            "multinomial",
            "multivariate_normal",
            "exponential",
            "gamma",
            "gauss",
            "poisson",
            "lognormal",
            "dirichlet",
            "bootstrap");

    private static final Set<String> TORCH_DRAWS =
            Set.of("rand", "randn", "randint", "randperm", "bernoulli", "multinomial");

    private static final Set<String> RANDOM_BUT_NO_DRAW = Set.of(
            "seed",
            "default_rng",
            "RandomState",
            "Generator",
            "Random",
            "get_state",
            "set_state",
            "getstate",
            "setstate",
            "set_seed",
            "PRNGKey",
            "SeedSequence",
            "SystemRandom",
            "BitGenerator",
            "PCG64",
            "MT19937",
            "key",
            "split",
            "fold_in");

    private final PythonTokens tokens;
    private final CodeFacts facts;
    private final int cell;
    private final Map<String, String> constants;
    /** Variables that hold a generator of random numbers. */
    private final Set<String> generators = new HashSet<>(GENERATOR_NAMES);

    /**
     * @param facts to which it adds what the code shows
     * @param cell the notebook cell, or 0
     * @param constants the texts of variables
     */
    RandomnessReader(PythonTokens tokens, CodeFacts facts, int cell, Map<String, String> constants) {
        this.tokens = tokens;
        this.facts = facts;
        this.cell = cell;
        this.constants = constants;
    }

    private Evidence at(int i) {
        return new Evidence(facts.file, cell, tokens.line(i));
    }

    /** {@code fit(x, random_state=1)}. */
    void readKeyword(int i) {
        if (tokens.is(i, "random_state") && tokens.is(i + 1, "=") && (tokens.is(i - 1, "(") || tokens.is(i - 1, ","))) {
            (tokens.is(i + 2, "None") ? facts.draws : facts.seeds).add(at(i));
        }
    }

    /** {@code np.random.normal(}, {@code random.choice(}, {@code tf.random.normal(}. */
    void readModule(int i) {
        if (isDrawnFromGenerator(i)) {
            facts.generatorDraws.add(at(i));
        }
        if (!tokens.is(i + 1, ".") || !tokens.isName(i + 2)) {
            return;
        }
        String function = tokens.text(i + 2);
        boolean draws = tokens.is(i + 3, "(") && !RANDOM_BUT_NO_DRAW.contains(function);
        boolean jax = tokens.is(i - 2, "jax");
        if (draws) {
            // the functions of JAX draw from the key that they are given
            (jax ? facts.generatorDraws : facts.draws).add(at(i));
        } else if (jax && function.equals("key")) {
            facts.seeds.add(at(i));
        }
    }

    /** {@code rng.normal(}, {@code self.rng.choice(}. */
    private boolean isDrawnFromGenerator(int i) {
        return tokens.is(i + 1, "(")
                && tokens.is(i - 1, ".")
                && tokens.isName(i - 2)
                && generators.contains(tokens.text(i - 2))
                && GENERATOR_DRAWS.contains(tokens.text(i));
    }

    /** Keeps the variable in {@code generator = np.random.default_rng(22)}. */
    private void rememberGenerator(int call) {
        int begin = call;
        while (tokens.is(begin - 1, ".") && tokens.isName(begin - 2)) {
            begin -= 2;
        }
        if (tokens.is(begin - 1, "=") && tokens.isName(begin - 2)) {
            generators.add(tokens.text(begin - 2));
        }
    }

    /** A call of a function of this name; whether that is about random numbers. */
    boolean readCall(int i, String name) {
        if (SEEDS.contains(name)) {
            facts.seeds.add(at(i));
        } else if (GENERATORS.contains(name)) {
            boolean seeded = !Call.read(tokens, i + 1, constants).hasNoArguments();
            (seeded ? facts.seeds : facts.draws).add(at(i));
            rememberGenerator(i);
        } else if (SPLITTERS.contains(name)) {
            if (!Call.read(tokens, i + 1, constants).keywords().contains("random_state")) {
                facts.draws.add(at(i));
            }
        } else if (isDrawnFromGenerator(i)) {
            facts.generatorDraws.add(at(i));
        } else if (tokens.is(i - 1, ".") && tokens.is(i - 2, "torch") && TORCH_DRAWS.contains(name)) {
            facts.draws.add(at(i));
        } else {
            return false;
        }
        return true;
    }
}
