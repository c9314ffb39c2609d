/**
 * Arguments: what the person typed becomes a request, or the help asked for, or what is wrong with it. Nothing is run here.
 * The only importer of commander; its own English messages are told apart by their codes and said in our words.
 */
import { Command, CommanderError } from 'commander';
import type { Lang } from '../dsl/index.ts';
import { type CliCode, sayIn } from './messages.ts';
import { widthOf } from './table.ts';
import { wordsIn, type Words } from './words.ts';

/** How a score, or what there is to say about a ruleset, may be printed. */
export type ScoreFormat = (typeof SCORE_FORMATS)[number];
/** How the examples of a ruleset may be printed. */
export type TestFormat = (typeof TEST_FORMATS)[number];

/** `jichi score` */
export interface ScoreRequest {
  readonly kind: 'score';
  readonly unit: string;
  /** further units, to be scored together with it */
  readonly others: readonly string[];
  readonly ruleset: string | undefined;
  readonly format: ScoreFormat;
  readonly lang: Lang;
  readonly strict: boolean;
}

/** `jichi check` */
export interface CheckRequest {
  readonly kind: 'check';
  readonly ruleset: string;
  /** units on which open readings are tried */
  readonly units: readonly string[];
  readonly format: ScoreFormat;
  readonly lang: Lang;
  readonly strict: boolean;
}

/** `jichi test` */
export interface TestRequest {
  readonly kind: 'test';
  readonly ruleset: string;
  readonly suggest: boolean;
  readonly format: TestFormat;
  readonly lang: Lang;
  readonly strict: boolean;
}

/** `jichi explain` */
export interface ExplainRequest {
  readonly kind: 'explain';
  readonly unit: string;
  readonly indicator: string;
  readonly ruleset: string | undefined;
  readonly lang: Lang;
}

/** `jichi conformance` */
export interface ConformanceRequest {
  readonly kind: 'conformance';
  readonly files: readonly string[];
  readonly json: boolean;
  readonly lang: Lang;
}

/** `jichi fmt` */
export interface FormatRequest {
  readonly kind: 'fmt';
  readonly ruleset: string;
  readonly check: boolean;
  readonly canonical: boolean;
  readonly lang: Lang;
}

/** What the person asks for; `usage` is a request that cannot be understood, with what to say to it. */
export type Request =
  | ScoreRequest
  | CheckRequest
  | TestRequest
  | ExplainRequest
  | ConformanceRequest
  | FormatRequest
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'usage'; readonly text: string };

/** Options as commander hands them over. */
type Given = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

const LANGS = ['zh', 'en'] as const;
const SCORE_FORMATS = ['table', 'json', 'markdown'] as const;
const TEST_FORMATS = ['table', 'json'] as const;

const CODES: Readonly<Record<string, CliCode>> = {
  'commander.unknownCommand': 'unknown-command',
  'commander.unknownOption': 'unknown-option',
  'commander.missingArgument': 'missing-argument',
  'commander.optionMissingArgument': 'missing-option-value',
  'commander.excessArguments': 'too-many-arguments',
};

/** Understands the arguments that follow the command's own name; `width` is that of the screen help is shown on. */
export function readArguments(argv: readonly string[], width: number): Request {
  // The language is wanted for what is wrong with the arguments as well, so it is looked up before they are understood.
  const lang: Lang = optionIn(argv, '--lang') === 'en' ? 'en' : 'zh';
  let request: Request | undefined;
  let shown = '';
  const program = programIn(wordsIn(lang), (asked) => (request = asked));
  const collect = {
    writeOut: keep,
    writeErr: keep,
    outputError: () => undefined,
    getOutHelpWidth: () => width,
    getErrHelpWidth: () => width,
  };
  const { usage: usageTitle } = wordsIn(lang);
  function keep(text: string): void {
    // A full-width colon brings its own space.
    shown += usageTitle.endsWith('：') ? text.replaceAll(`${usageTitle} `, usageTitle) : text;
  }
  for (const command of [program, ...program.commands]) command.configureOutput(collect).exitOverride();
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof BadChoice) {
      const choices = error.data.choices.join(wordsIn(lang).list);
      return usage(lang, 'jichi', 'bad-choice', { ...error.data, choices });
    }
    if (!(error instanceof CommanderError)) throw error;
    if (shown !== '') return { kind: error.exitCode === 0 ? 'help' : 'usage', text: shown };
    return misunderstood(error, argv, program, lang);
  }
  return request ?? { kind: 'usage', text: shown };
}

function programIn(words: Words, ask: (request: Request) => void): Command {
  const program = new Command('jichi')
    .usage(`${words.placeOfCommand} ${words.placeOfOptions}`)
    .description(words.program)
    .helpOption('-h, --help', words.helpOption)
    .helpCommand(`help [${words.places.command}]`, words.helpCommand)
    .configureHelp({
      styleTitle: (title) => titleIn(words, title),
      optionDescription: ({ description }) => description,
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map((it) => it.name())].join(' '),
      displayWidth: widthOf,
    });
  const options = words.placeOfOptions;
  const { unit: unitPlace, ruleset: rulesetPlace, indicator: indicatorPlace, file: filePlace } = words.places;
  const [formatFlag, langFlag] = [`--format <${words.places.format}>`, `--lang <${words.places.lang}>`];
  const rulesetFlag = `--ruleset <${filePlace}>`;
  program
    .command('score')
    .usage(`${unitPlace}… ${options}`)
    .description(words.score)
    .argument(`<${unitPlace}>`, words.unitArgument)
    .argument(`[${unitPlace}...]`, words.othersArgument)
    .option(rulesetFlag, words.rulesetOption)
    .option(formatFlag, words.formatOption(SCORE_FORMATS.join(words.list)), 'table')
    .option(langFlag, words.langOption, 'zh')
    .option('--strict', words.strictOption.score, false)
    .action((unit: string, others: readonly string[], given: Given) => {
      const format = choose('--format', given['format'], SCORE_FORMATS);
      const [ruleset, lang, strict] = [textOf(given['ruleset']), langOf(given), given['strict'] === true];
      ask({ kind: 'score', unit, others, ruleset, format, lang, strict });
    });
  program
    .command('check')
    .usage(`${rulesetPlace} ${options}`)
    .description(words.check)
    .argument(`<${rulesetPlace}>`, words.rulesetArgument)
    .option(`--units <${unitPlace}...>`, words.unitsOption)
    .option(formatFlag, words.formatOption(SCORE_FORMATS.join(words.list)), 'table')
    .option(langFlag, words.langOption, 'zh')
    .option('--strict', words.strictOption.check, false)
    .action((ruleset: string, given: Given) => {
      const format = choose('--format', given['format'], SCORE_FORMATS);
      const [units, strict] = [textsOf(given['units']), given['strict'] === true];
      ask({ kind: 'check', ruleset, units, format, lang: langOf(given), strict });
    });
  program
    .command('test')
    .usage(`${rulesetPlace} ${options}`)
    .description(words.test)
    .argument(`<${rulesetPlace}>`, words.rulesetArgument)
    .option('--suggest', words.suggestOption, false)
    .option(formatFlag, words.formatOption(TEST_FORMATS.join(words.list)), 'table')
    .option(langFlag, words.langOption, 'zh')
    .option('--strict', words.strictOption.test, false)
    .action((ruleset: string, given: Given) => {
      const format = choose('--format', given['format'], TEST_FORMATS);
      const [suggest, strict] = [given['suggest'] === true, given['strict'] === true];
      ask({ kind: 'test', ruleset, suggest, format, lang: langOf(given), strict });
    });
  program
    .command('explain')
    .usage(`${unitPlace} ${indicatorPlace} ${options}`)
    .description(words.explain)
    .argument(`<${unitPlace}>`, words.unitArgument)
    .argument(`<${indicatorPlace}>`, words.indicatorArgument)
    .option(rulesetFlag, words.rulesetOption)
    .option(langFlag, words.langOption, 'zh')
    .action((unit: string, indicator: string, given: Given) => {
      ask({ kind: 'explain', unit, indicator, ruleset: textOf(given['ruleset']), lang: langOf(given) });
    });
  program
    .command('fmt')
    .usage(`${rulesetPlace} ${options}`)
    .description(words.fmt)
    .argument(`<${rulesetPlace}>`, words.rulesetArgument)
    .option('--check', words.fmtCheckOption, false)
    .option('--canonical', words.canonicalOption, false)
    .option(langFlag, words.langOption, 'zh')
    .action((ruleset: string, given: Given) => {
      const [check, canonical] = [given['check'] === true, given['canonical'] === true];
      ask({ kind: 'fmt', ruleset, check, canonical, lang: langOf(given) });
    });
  program
    .command('conformance')
    .usage(`${filePlace}… ${options}`)
    .description(words.conformance)
    .argument(`<${filePlace}...>`, words.listArgument)
    .option('--json', words.jsonOption, false)
    .option(langFlag, words.langOption, 'zh')
    .action((files: readonly string[], given: Given) => {
      ask({ kind: 'conformance', files, json: given['json'] === true, lang: langOf(given) });
    });
  for (const command of program.commands) command.helpOption('-h, --help', words.helpOption);
  return program;
}

function titleIn(words: Words, title: string): string {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': words.usage,
    'Arguments:': words.arguments,
    'Options:': words.options,
    'Commands:': words.commands,
  };
  return titles[title] ?? title;
}

/** A value that is none of an option's choices. */
class BadChoice extends Error {
  readonly data: { readonly option: string; readonly given: string; readonly choices: readonly string[] };

  constructor(data: { readonly option: string; readonly given: string; readonly choices: readonly string[] }) {
    super('bad choice');
    this.data = data;
  }
}

function choose<Choice extends string>(option: string, given: unknown, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === given);
  if (found === undefined) throw new BadChoice({ option, given: String(given), choices });
  return found;
}

function langOf(given: Given): Lang {
  return choose('--lang', given['lang'], LANGS);
}

function textOf(given: Given[string]): string | undefined {
  return typeof given === 'string' ? given : undefined;
}

function textsOf(given: Given[string]): readonly string[] {
  return typeof given === 'object' ? given : [];
}

/** What commander found wrong, in our words; it quotes the word it stumbled on, and what may have been meant. */
function misunderstood(error: CommanderError, argv: readonly string[], program: Command, lang: Lang): Request {
  const code = CODES[error.code];
  if (code === undefined) return usage(lang, 'jichi', 'bad-usage', { given: error.message.replace(/^error: /, '') });
  const names = program.commands.map((command) => command.name());
  const name = names.find((command) => argv.includes(command));
  const suggestion = /\(Did you mean (?:one of )?([^,?)]+)/.exec(error.message)?.[1];
  return usage(lang, name === undefined ? 'jichi' : `jichi ${name}`, code, {
    given: code === 'too-many-arguments' ? argv.join(' ') : (/'([^']*)'/.exec(error.message)?.[1] ?? ''),
    choices: names.join(wordsIn(lang).list),
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

function usage(lang: Lang, command: string, code: CliCode, data: Readonly<Record<string, string>>): Request {
  const words = wordsIn(lang);
  const message = `jichi${words.colon}${words.severity.error}${words.colon}${sayIn(lang, code, data)}`;
  return { kind: 'usage', text: `${message}\n${words.seeHelp(command)}\n` };
}

/** The value of an option in the raw arguments, as `--name value` or `--name=value`. */
function optionIn(argv: readonly string[], name: string): string | undefined {
  const at = argv.findLastIndex((word) => word === name || word.startsWith(`${name}=`));
  return argv[at] === name ? argv[at + 1] : argv[at]?.slice(name.length + 1);
}
