/** What the command can be told, and how it is told wrongly. */
import { parseArgs } from 'node:util'
import { nearest, ownValue } from '../core/index.ts'
import { presetById, presets } from '../presets/index.ts'
import { type CheckTarget, checkTargets } from './check-targets.ts'
import { type InputFormat, inputFormats, isInputFormat } from './input-formats.ts'
import {
  isOutputFormat,
  type OutputFormat,
  outputFormat,
  outputFormats,
  type Style,
  styles,
} from './output-formats.ts'
import { readChoices } from './target-options.ts'

export interface ConvertCommand {
  readonly name: 'convert'
  readonly inputs: readonly string[]
  readonly from: InputFormat | undefined
  readonly to: OutputFormat
  readonly style: Style
  /** The vm.yml that the input is put into; undefined when it becomes a design of its own. */
  readonly onto: string | undefined
  readonly vm: string | undefined
  readonly host: string | undefined
  readonly out: string | undefined
  readonly force: boolean
  /** Whether XML holds the design, too. */
  readonly storesSpec: boolean
  /** Words for the options of a format of others, by their names. */
  readonly choices: Readonly<Record<string, string>>
  /** The table of a set; undefined for the design itself. */
  readonly set: string | undefined
}

export interface CheckCommand {
  readonly name: 'check'
  readonly inputs: readonly string[]
  readonly from: InputFormat | undefined
  readonly vm: string | undefined
  readonly host: string | undefined
  /** Undefined when nobody said: that of each design is its backend. */
  readonly target: CheckTarget | undefined
  readonly json: boolean
  /** Where the SARIF log goes: `-` for standard output; undefined when none is wanted. */
  readonly sarif: string | undefined
  readonly set: string | undefined
}

export interface BundleCommand {
  readonly name: 'bundle'
  readonly input: string
  readonly from: InputFormat | undefined
  readonly vm: string | undefined
  readonly host: string | undefined
  /** A directory, or a file that ends with `.zip`. */
  readonly out: string
  readonly force: boolean
  readonly storesSpec: boolean
  readonly set: string | undefined
}

export interface PresetCommand {
  readonly name: 'preset'
  /** The id of one; undefined for the list of all. */
  readonly preset: string | undefined
}

export interface SystemsCommand {
  readonly name: 'systems'
  /** What the listed ones have in their names; empty for the list of all. */
  readonly words: readonly string[]
}

export interface WhyCommand {
  readonly name: 'why'
  /** The design that was to run; undefined when nobody said. */
  readonly input: string | undefined
  /** The file with the message: `-` for standard input. */
  readonly message: string
  readonly from: InputFormat | undefined
  readonly vm: string | undefined
  readonly host: string | undefined
  readonly json: boolean
}

export interface CompareCommand {
  readonly name: 'compare'
  /** What is there, and what it is to be: each a file, a link, or `-`. */
  readonly before: string
  readonly after: string
  readonly vm: string | undefined
  readonly host: string | undefined
  /** The connection that the commands name; undefined for that of the design. */
  readonly connect: string | undefined
  readonly json: boolean
  /** Only the commands. */
  readonly script: boolean
}

export type Command =
  | CompareCommand
  | WhyCommand
  | ConvertCommand
  | CheckCommand
  | BundleCommand
  | PresetCommand
  | SystemsCommand
  | { readonly name: 'help' | 'version' }
  /** Wrong usage: what is wrong, as a sentence. */
  | { readonly name: 'wrong'; readonly message: string }

const convertOptions = {
  from: { type: 'string' },
  to: { type: 'string' },
  style: { type: 'string' },
  onto: { type: 'string' },
  vm: { type: 'string' },
  host: { type: 'string' },
  out: { type: 'string' },
  set: { type: 'string' },
  option: { type: 'string' },
  force: { type: 'boolean' },
  'no-spec': { type: 'boolean' },
} as const

const checkOptions = {
  from: { type: 'string' },
  vm: { type: 'string' },
  host: { type: 'string' },
  set: { type: 'string' },
  target: { type: 'string' },
  json: { type: 'boolean' },
  sarif: { type: 'optional' },
} as const

const bundleOptions = {
  from: { type: 'string' },
  vm: { type: 'string' },
  host: { type: 'string' },
  out: { type: 'string' },
  set: { type: 'string' },
  force: { type: 'boolean' },
  'no-spec': { type: 'boolean' },
} as const

const whyOptions = {
  message: { type: 'string' },
  from: { type: 'string' },
  vm: { type: 'string' },
  host: { type: 'string' },
  json: { type: 'boolean' },
} as const

const compareOptions = {
  vm: { type: 'string' },
  host: { type: 'string' },
  connect: { type: 'string' },
  script: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

const commands = {
  convert: convertOptions,
  check: checkOptions,
  bundle: bundleOptions,
  preset: {},
  systems: {},
  why: whyOptions,
  compare: compareOptions,
}

type OptionTable = Readonly<Record<string, { readonly type: 'string' | 'boolean' | 'optional' }>>

/** Reads the arguments behind the name of the program. Never throws. */
export function readArguments(argv: readonly string[]): Command {
  const [first, ...rest] = argv
  if (first === undefined)
    return wrong('What is to be done? Say convert, check, bundle, preset, systems, why or compare.')
  if (argv.includes('--help') || argv.includes('-h') || first === 'help') return { name: 'help' }
  if (first === '--version' || first === '-V') return { name: 'version' }
  if (!isCommand(first)) {
    const known = [...Object.keys(commands), 'help', '--help', '--version']
    return wrong(`There is no command ${JSON.stringify(first)}.${meant(first, known)}`)
  }
  const said = readOptions(rest, commands[first])
  if ('message' in said) return wrong(said.message)
  const { inputs, texts, flags } = said
  if (first === 'preset') return presetCommand(inputs)
  if (first === 'systems') return { name: 'systems', words: inputs }
  if (first === 'why') return whyCommand(said)
  if (first === 'compare') return compareCommand(said)
  if (inputs.length === 0) return wrong(`${first} needs an INPUT: a file, a link, or - for standard input.`)
  if (inputs.filter((input) => input === '-').length > 1)
    return wrong('Standard input can be read once only.')

  const from = texts.get('from')
  if (from !== undefined && !isInputFormat(from)) return wrongWord('from', from, inputFormats)
  const set = texts.get('set')
  if (set !== undefined && inputs.length > 1) return wrong('--set takes one INPUT.')
  if (set === '-' && inputs.includes('-')) return wrong('Standard input can be read once only.')
  const shared = { inputs, from, vm: texts.get('vm'), host: texts.get('host'), set }
  if (first === 'check') {
    const sarif = texts.get('sarif')
    const said = texts.get('target')
    const target = checkTargets.find((one) => one === said)
    if (said !== undefined && target === undefined) return wrongWord('target', said, checkTargets)
    if (flags.has('json') && sarif === '-') return wrong('--json and --sarif both want standard output.')
    return { name: 'check', ...shared, target, json: flags.has('json'), sarif }
  }
  if (first === 'bundle') return bundleCommand(shared, texts.get('out'), flags)

  const to = texts.get('to')
  if (to === undefined) return wrong(`convert needs --to and one of ${outputFormats.join(', ')}.`)
  if (!isOutputFormat(to)) return wrongWord('to', to, outputFormats)
  const asked = texts.get('style')
  const style = asked === undefined ? 'long' : styles.find((one) => one === asked)
  if (style === undefined) return wrongWord('style', asked ?? '', styles)
  if (asked !== undefined && outputFormat(to).hasStyle !== true)
    return wrong(`--style is for a command line of QEMU: --to argv, shell or explain, not ${to}.`)
  const out = texts.get('out') === '-' ? undefined : texts.get('out')
  const onto = texts.get('onto')
  if (set !== undefined && onto !== undefined) return wrong('--onto is for one VM, and --set for many.')
  if (inputs.length > 1 && onto !== undefined) return wrong('--onto takes one INPUT.')
  if (inputs.length > 1 && out === undefined) return wrong('Several inputs need --out DIR.')
  const storesSpec = !flags.has('no-spec')
  if (!storesSpec && to !== 'xml') return wrong(`--no-spec is for --to xml, not ${to}.`)
  const chosen = readChoices(to, texts.get('option'))
  if ('message' in chosen) return wrong(chosen.message)
  const { choices } = chosen
  return { name: 'convert', ...shared, to, style, onto, out, choices, force: flags.has('force'), storesSpec }
}

function isCommand(word: string): word is keyof typeof commands {
  return Object.hasOwn(commands, word)
}

function whyCommand({ inputs, texts, flags }: Options): Command {
  const [input, another] = inputs
  const message = texts.get('message') ?? '-'
  const from = texts.get('from')
  if (another !== undefined)
    return wrong('why takes one DESIGN; the message is on standard input or in --message FILE.')
  if (from !== undefined && !isInputFormat(from)) return wrongWord('from', from, inputFormats)
  if (input === '-' && message === '-')
    return wrong('Standard input can be read once only: say --message FILE.')
  return {
    name: 'why',
    input,
    message,
    from,
    vm: texts.get('vm'),
    host: texts.get('host'),
    json: flags.has('json'),
  }
}

function compareCommand({ inputs, texts, flags }: Options): Command {
  const [before, after, another] = inputs
  if (before === undefined || after === undefined || another !== undefined)
    return wrong('compare needs A and B: what is there, and what it is to be.')
  if (before === '-' && after === '-') return wrong('Standard input can be read once only.')
  if (flags.has('json') && flags.has('script')) return wrong('--json holds the script as well.')
  return {
    name: 'compare',
    before,
    after,
    vm: texts.get('vm'),
    host: texts.get('host'),
    connect: texts.get('connect'),
    json: flags.has('json'),
    script: flags.has('script'),
  }
}

function presetCommand([preset, another]: readonly string[]): Command {
  if (another !== undefined) return wrong('preset takes one NAME.')
  if (preset === undefined || presetById(preset) !== undefined) return { name: 'preset', preset }
  const known = presets.map(({ id }) => id)
  return wrong(`There is no preset ${JSON.stringify(preset)}.${meant(preset, known)}`)
}

function bundleCommand(
  {
    inputs,
    ...shared
  }: Omit<BundleCommand, 'name' | 'input' | 'out' | 'force' | 'storesSpec'> & Pick<CheckCommand, 'inputs'>,
  out: string | undefined,
  flags: ReadonlySet<string>,
): Command {
  const [input = ''] = inputs
  if (inputs.length > 1) return wrong('bundle takes one INPUT.')
  if (out === undefined || out === '-') return wrong('bundle needs --out DIR or --out FILE.zip.')
  const storesSpec = !flags.has('no-spec')
  return { name: 'bundle', input, ...shared, out, force: flags.has('force'), storesSpec }
}

interface Options {
  readonly inputs: readonly string[]
  readonly texts: ReadonlyMap<string, string>
  readonly flags: ReadonlySet<string>
}

/** Not strict, since the words of parseArgs' own complaints are for programmers. */
function readOptions(argv: readonly string[], table: OptionTable): Options | { readonly message: string } {
  const { tokens } = parseArgs({
    args: [...argv],
    // What may have a value has it behind a =, so that `--sarif web.yml` names an input.
    options: Object.fromEntries(
      Object.entries(table).map(([name, { type }]) => [name, { type: type === 'string' ? type : 'boolean' }]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const inputs: string[] = []
  const texts = new Map<string, string>()
  const flags = new Set<string>()
  for (const token of tokens) {
    if (token.kind === 'positional') inputs.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(table, token.name) ? ownValue(table, token.name) : undefined
    if (!option) {
      const known = Object.keys(table).map((name) => `--${name}`)
      return { message: `There is no option ${token.rawName}.${meant(token.rawName, known)}` }
    }
    if (texts.has(token.name)) return { message: `${token.rawName} is there twice.` }
    if (option.type === 'optional') {
      if (token.value === '') return { message: `${token.rawName}= needs a file.` }
      texts.set(token.name, token.value ?? '-')
    } else if (option.type === 'boolean') {
      if (token.value !== undefined) return { message: `${token.rawName} takes no value.` }
      flags.add(token.name)
    } else if (token.value === undefined || isOption(token.value, token.inlineValue)) {
      return { message: `${token.rawName} needs a value.` }
    } else texts.set(token.name, token.value)
  }
  return { inputs, texts, flags }
}

/** `--to --out x` forgot a value; `--to=--out` says it. */
function isOption(value: string, inline: boolean): boolean {
  return !inline && value.startsWith('-') && value !== '-'
}

function wrongWord(option: string, said: string, known: readonly string[]): Command {
  return wrong(
    `--${option} knows no ${JSON.stringify(said)}.${meant(said, known)} It is one of ${known.join(', ')}.`,
  )
}

function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near === undefined ? '' : ` Did you mean ${near}?`
}

function wrong(message: string): Command {
  return { name: 'wrong', message }
}
