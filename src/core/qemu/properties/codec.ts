/** How QEMU spells the values of the Domain. QEMU manual, -device; `qapi/string-input-visitor.c`. */
import { formatSize, isRecord, sizeInBytes } from '../../table/index.ts'
import type { OptionValue } from '../words/options.ts'

/** One kind of value, in both directions. */
export interface Codec<V> {
  /** undefined for what QEMU is not told. */
  print(held: unknown): OptionValue
  /** undefined for a text that the Domain has no word for: the key stays in the command line. */
  parse(text: string): V | undefined
}

/** `on` and `off`, and what QEMU takes for them. */
export const onOff: Codec<boolean> = {
  print: (held) => (typeof held === 'boolean' ? held : undefined),
  parse: (text) =>
    /^(?:on|yes|true|y)$/.test(text) ? true : /^(?:off|no|false|n)$/.test(text) ? false : undefined,
}

/** The same, where off is never said. */
export const onlyOn: Codec<boolean> = { ...onOff, print: (held) => (held === true ? true : undefined) }

/** The same, in libvirt's words. */
export const onOffText: Codec<'on' | 'off'> = {
  print: (held) => (typeof held === 'string' ? held : undefined),
  parse: (text) => {
    const isOn = onOff.parse(text)
    return isOn === undefined ? undefined : isOn ? 'on' : 'off'
  },
}

/** Two words of the Domain for on and for off. */
export function switched<const On, const Off>(on: On, off: Off): Codec<On | Off> {
  return {
    print: (held) => (held === on ? true : held === off ? false : undefined),
    parse: (text) => {
      const isOn = onOff.parse(text)
      return isOn === undefined ? undefined : isOn ? on : off
    },
  }
}

/** On and off in libvirt's words, where off is QEMU's own and never said … */
export const onText: Codec<'on' | 'off'> = {
  ...switched('on', 'off'),
  print: (held) => (held === 'on' ? true : undefined),
}

/** … and where on is. */
export const offText: Codec<'on' | 'off'> = {
  ...switched('on', 'off'),
  print: (held) => (held === 'off' ? false : undefined),
}

/** The same as a number. */
export const oneZero: Codec<boolean> = {
  print: (held) => (typeof held === 'boolean' ? Number(held) : undefined),
  parse: (text) => (text === '1' ? true : text === '0' ? false : onOff.parse(text)),
}

/** Whose pointer the guest has: on for that of the viewer. */
export const clientMouse = switched('client', 'server')

/** A whole number, decimal or hexadecimal; none that a number can't hold. */
export const number: Codec<number> = {
  print: (held) => (typeof held === 'number' ? held : undefined),
  parse: (text) => {
    const value = /^(?:\d+|0x[\da-f]+)$/i.test(text) ? Number(text) : undefined
    return Number.isSafeInteger(value) ? value : undefined
  },
}

/** A number that libvirt hands on when it is above 0 alone: 0 leaves it to QEMU. */
export const counted: Codec<number> = {
  ...number,
  print: (held) => (typeof held === 'number' && held !== 0 ? held : undefined),
}

/** A number from 1 up, as libvirt counts places in the boot order. */
export const positive: Codec<number> = {
  ...number,
  parse: (text) => (text === '0' ? undefined : number.parse(text)),
}

/** A number that the Domain holds as text, decimal … */
export const decimalText: Codec<string> = {
  print: (held) => (typeof held === 'string' ? Number(held) : undefined),
  parse: (text) => number.parse(text)?.toString(),
}

/** … or hexadecimal. */
export const hexText: Codec<string> = {
  ...decimalText,
  parse: (text) => {
    const value = number.parse(text)
    return value === undefined ? undefined : `0x${value.toString(16)}`
  },
}

/** Any text, as it is. */
export const text: Codec<string> = {
  print: (held) => (typeof held === 'string' ? held : undefined),
  parse: (held) => held,
}

/** An amount of memory: a number of bytes to QEMU, a number with its unit in the Domain. */
export const size: Codec<string> = {
  print: (held) => (typeof held === 'string' ? sizeInBytes(held, 1024) : undefined),
  parse: (held) => {
    const bytes = sizeInBytes(held)
    return bytes === undefined ? undefined : formatSize(bytes)
  },
}

/** The number of an I/O thread: libvirt calls it `iothread1`, and so all of them are called when they are read. */
export const iothread: Codec<number> = {
  print: (held) => (typeof held === 'number' ? `iothread${held}` : undefined),
  parse: (name) => {
    const digits = /^iothread([1-9]\d{0,5})$/.exec(name)?.[1]
    return digits === undefined ? undefined : Number(digits)
  },
}

/**
 * KiB of libvirt's as a number of QEMU's units; the suffixes are those of its sizes.
 *
 * @param unitBytes what one of QEMU's units counts
 * @param rounded what libvirt makes of the amount before
 */
export function kibibytes(unitBytes: number, rounded = (kib: number) => kib): Codec<number> {
  return {
    print: (held) => (typeof held === 'number' ? Math.floor((rounded(held) * 1024) / unitBytes) : undefined),
    parse: (held) => {
      const [, digits = '', suffix = ''] = /^(\d+)([kmgt]?)$/i.exec(held) ?? []
      if (digits === '') return undefined
      const power = suffix === '' ? 0 : 'kmgt'.indexOf(suffix.toLowerCase()) + 1
      const kib = (Number(digits) * unitBytes * 1024 ** power) / 1024
      return Number.isSafeInteger(kib) ? kib : undefined
    },
  }
}

/**
 * Words that the Domain and QEMU have for the same.
 *
 * @param words the Domain's, and QEMU's; one without a partner is not written
 */
export function words<const Word extends string>(
  words: Readonly<Record<Word, string | undefined>>,
): Codec<Word> {
  const ours = new Map<unknown, string | undefined>(Object.entries(words))
  return {
    print: (held) => ours.get(held),
    parse: (held) => wordsOf(words).find((word) => words[word] === held),
  }
}

/** The same, where both say the same. */
export function sameWords<const Word extends string>(...known: readonly Word[]): Codec<Word> {
  return {
    print: (held) => known.find((word) => word === held),
    parse: (held) => known.find((word) => word === held),
  }
}

function wordsOf<Word extends string>(words: Readonly<Record<Word, unknown>>): Word[]
function wordsOf(words: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(words)
}

/** A file of the ROM in the guest, or that there is none: QEMU has one key for both. */
export const romFile: Codec<{ readonly file: string } | { readonly enabled: false }> = {
  print: (held) => {
    const rom = isRecord(held) ? held : {}
    return rom['enabled'] === false ? '' : text.print(rom['file'])
  },
  parse: (file) => (file === '' ? { enabled: false } : { file }),
}

/** How memory is bound to nodes of the host: libvirt's modes are QEMU's policies. */
export const memoryPolicy = words({ strict: 'bind', preferred: 'preferred', interleave: 'interleave' })
