// Parses installer/build.ps1 with the grammar that VS Code uses, since there is no PowerShell on Linux, and asks the
// JDK of JAVA_HOME whether its tools know every option that the script gives them.
const { execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const script = 'installer/build.ps1';
const [packages] = process.argv.slice(2); // where npm put the grammar
const grammar = path.join(packages, 'node_modules/@vscode/tree-sitter-wasm/wasm');
const { Parser, Language } = require(path.resolve(grammar, 'tree-sitter.js'));

function* all(node) {
  yield node;
  for (const child of node.children) yield* all(child);
}
const place = (node) => `${script}:${node.startPosition.row + 1}: `;
const faults = [];

/** The options in a part of the script, and in the variables of the script that it names. */
function options(part, variables) {
  const found = [];
  for (const node of all(part)) {
    const text = node.text.replace(/^'(.*)'$/s, '$1');
    if (['string_literal', 'verbatim_string_characters', 'generic_token', 'command_parameter'].includes(node.type) &&
        /^--[a-z]/.test(text)) {
      found.push(text);
    } else if (node.type === 'variable' && variables.has(node.text)) {
      found.push(...variables.get(node.text));
    }
  }
  return new Set(found);
}

/** What a tool says of itself; what jpackage says on Windows is among its resources on every system. */
function help(home, tool) {
  const ask = (...words) => execFileSync(path.join(home, 'bin', tool), words, { encoding: 'latin1' });
  if (tool === 'jlink') return ask('--help') + ask('--list-plugins');
  if (tool !== 'jpackage') return ask('--help');
  const folder = fs.mkdtempSync(path.join(require('os').tmpdir(), 'jpackage-'));
  try {
    execFileSync(path.join(home, 'bin/jimage'), ['extract', '--dir', folder, '--include',
      'regex:.*/jdk/jpackage/internal/resources/HelpResources\\..*', path.join(home, 'lib/modules')]);
    const files = fs.readdirSync(folder, { recursive: true }).filter((file) => /HelpResources\.[a-z]+$/.test(file));
    return files.map((file) => fs.readFileSync(path.join(folder, file), 'latin1')).join();
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

async function main() {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(path.join(grammar, 'tree-sitter-powershell.wasm')));
  const root = parser.parse(fs.readFileSync(script, 'utf8')).rootNode;
  for (const node of all(root)) {
    if (node.isError || node.isMissing) faults.push(`${place(node)}cannot be read: ${node.text.split('\n')[0]}`);
  }

  const variables = new Map();
  for (const node of all(root)) {
    if (node.type === 'assignment_expression') {
      variables.set(node.firstChild.text, options(node, new Map()));
    }
  }
  const home = process.env.JAVA_HOME;
  const helps = new Map();
  let checked = 0;
  for (const node of all(root)) {
    const tool = node.type === 'command' && /^(?:Invoke-Tool|&) \(Get-JdkTool '(\w+)'\)/.exec(node.text);
    if (!tool) continue;
    if (!helps.has(tool[1])) helps.set(tool[1], help(home, tool[1]));
    for (const option of options(node, variables)) {
      checked += 1;
      if (!new RegExp(`${option}(?![-\\w])`).test(helps.get(tool[1]))) {
        faults.push(`${place(node)}${tool[1]} knows no ${option}.`);
      }
    }
  }
  if (checked < 30) faults.push(`${script}: only ${checked} options were found.`);
  faults.forEach((fault) => console.error(fault));
  console.log(`${script}: parsed; ${checked} options asked of ${[...helps.keys()].join(', ')}`);
  process.exit(faults.length === 0 ? 0 : 1);
}
main();
