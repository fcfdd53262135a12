// Solves the cases that stand on standard input, one JSON document a line, with rattler's WebAssembly build, and prints for
// each the milliseconds of a solve with its loading, and of the loading alone: that of the same wishes with one more that
// nothing meets, which the solver sees at once. Called by CondaBenchmark.java with the folder that has the npm package in its node_modules.
const rattler = require(require.resolve("@conda-org/rattler", { paths: [process.argv[2]] }));
const lines = require("fs").readFileSync(0, "utf8").trim().split("\n");

async function milliseconds(one, extra) {
  const start = process.hrtime.bigint();
  try {
    await rattler.simpleSolve([...one.specs, ...extra], one.channels, [one.platform, "noarch"], undefined);
  } catch (unsolvable) {
    if (!String(unsolvable).includes("Cannot solve")) throw unsolvable;
  }
  return Number(process.hrtime.bigint() - start) / 1e6;
}

(async () => {
  for (const line of lines) {
    const one = JSON.parse(line);
    await milliseconds(one, []);
    const whole = Math.min(await milliseconds(one, []), await milliseconds(one, []));
    const loading = Math.min(
      await milliseconds(one, ["no-such-package-anywhere"]),
      await milliseconds(one, ["no-such-package-anywhere"]));
    console.log(`${one.id}\t${whole.toFixed(1)}\t${loading.toFixed(1)}`);
  }
})();
