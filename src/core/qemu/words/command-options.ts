/** Words of a QEMU command line to options with keys and values. QEMU manual, Invocation. */
import { substitutionEnd } from '../../shell/index.ts'

/** A key and its value; keys of JSON are joined by dots (`server.0.host`). */
export type Pair = readonly [key: string, value: string]

/** One option as it was written. */
export interface CommandOption {
  /** Without its dashes: `device`. '' for a word that belongs to no option: QEMU takes it for a disk image. */
  readonly name: string
  /** The words that said it: the option, and its value when it has one. */
  readonly words: readonly string[]
  /** The value as it was written. */
  readonly value: string | undefined
  /** What the value says; a word before the first comma has the option's own first key (`driver`, `type`). */
  readonly pairs: readonly Pair[]
  /** How many words of the line it stands for, where those are not its own. */
  readonly standsFor?: number
}

/** What the word before the first comma is called, and the options that call it so; '' for those that have no such word. `qemu-options.hx`. */
const firstKeys: ReadonlyMap<string, string> = new Map(
  Object.entries({
    accel: 'accel',
    '': 'action add_fd compat iscsi memory-path overcommit rtc run-with smbios spice acpitable global',
    driver: 'audio audiodev blockdev device',
    order: 'boot',
    backend: 'chardev',
    model: 'cpu',
    type: 'display machine M net netdev nic numa tpmdev',
    file: 'drive plugin',
    fsdriver: 'fsdev virtfs',
    name: 'fw_cfg',
    size: 'm',
    chardev: 'mon',
    timestamp: 'msg',
    guest: 'name',
    'qom-type': 'object',
    enable: 'sandbox trace semihosting-config',
    cpus: 'smp',
    vnc: 'vnc',
    shift: 'icount',
  }).flatMap(([key, options]) => options.split(' ').map((option): Pair => [option, key])),
)

/** Options that take no value. `qemu-options.hx`; those of older versions too. */
const alone = new Set(
  `S s alt-grab async-teardown ctrl-grab curses daemonize enable-fips enable-hax enable-kvm full-screen h
  help localtime mem-prealloc no-acpi no-fd-bootchk no-frame no-hpet no-kvm no-quit no-reboot no-shutdown
  no-user-config nodefaults nodefconfig nographic only-migratable portrait preconfig sdl semihosting
  singlestep snapshot usb version win2k-hack xen-attach xen-domid-restrict`.split(/\s+/),
)

/** The words after the program's name to options. Never fails: a value that is cut off is an option without one. */
export function readOptions(words: readonly string[]): CommandOption[] {
  const options: CommandOption[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const name = optionName(word)
    if (name === undefined) {
      options.push({ name: '', words: [word], value: word, pairs: [] })
      continue
    }
    const value = alone.has(name) ? undefined : words[index + 1]
    if (value !== undefined) index += 1
    options.push({
      name,
      words: value === undefined ? [word] : [word, value],
      value,
      pairs: value === undefined ? [] : readPairs(name, value),
    })
  }
  return options
}

/** Whether a word is an option with a value behind it. */
export function takesValue(word: string): boolean {
  const name = optionName(word)
  return name !== undefined && !alone.has(name)
}

/** QEMU takes one dash or two; a dash alone is a value. */
function optionName(word: string): string | undefined {
  const match = /^--?([A-Za-z][\w-]*)$/.exec(word)
  return match?.[1]
}

/** The value of one option to pairs; none for an option whose value is one text. */
export function readPairs(name: string, value: string): Pair[] {
  const firstKey = firstKeys.get(name)
  if (firstKey === undefined) return []
  const json = value.startsWith('{') ? readJsonPairs(value) : undefined
  return json ?? readKeyValue(value, firstKey)
}

/** Texts, to be skipped, and numbers of 16 digits and more. */
const longNumber = /"(?:\\.|[^"\\])*"?|\d{16,}/g

function readJsonPairs(text: string): Pair[] | undefined {
  let held: unknown
  try {
    // A number that JSON.parse would round, as a WWN is, is kept as text.
    held = JSON.parse(text.replaceAll(longNumber, (token) => (token.startsWith('"') ? token : `"${token}"`)))
  } catch {
    return undefined
  }
  const pairs: Pair[] = []
  flatten(held, '', pairs)
  return pairs
}

function flatten(held: unknown, key: string, pairs: Pair[]): void {
  if (typeof held === 'object' && held !== null) {
    for (const [name, item] of Object.entries(held))
      flatten(item, key === '' ? name : `${key}.${name}`, pairs)
  } else if (typeof held === 'boolean') pairs.push([key, held ? 'on' : 'off'])
  else pairs.push([key, String(held)])
}

/** `qemu_opts_parse`: commas apart, a comma in a value doubled; a key alone is on, and `nokey` is off. */
function readKeyValue(text: string, firstKey: string): Pair[] {
  const pairs: Pair[] = []
  for (const [index, part] of splitAtCommas(text).entries()) {
    const equals = part.indexOf('=')
    if (equals > 0) pairs.push([part.slice(0, equals), part.slice(equals + 1)])
    else if (index === 0 && firstKey !== '') pairs.push([firstKey, part])
    else if (part !== '') pairs.push([part, 'on'])
  }
  return pairs
}

/** `a,,b,c` is `a,b` and `c`. */
export function splitAtCommas(text: string): string[] {
  const parts: string[] = []
  let part = ''
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? ''
    if (text.startsWith('$(', index)) {
      // What a command prints is not known here: a comma in the command is none of the option.
      const end = substitutionEnd(text, index)
      part += text.slice(index, end)
      index = end - 1
    } else if (character !== ',') part += character
    else if (text[index + 1] === ',') {
      part += ','
      index += 1
    } else {
      parts.push(part)
      part = ''
    }
  }
  return [...parts, part]
}
