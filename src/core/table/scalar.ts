/**
 * The kinds of single value that libvirt's attributes and texts hold. A scalar knows how it is spelled in XML;
 * what YAML may say instead (a number for a text, true for 'on') is decided in schema.ts.
 */

/** What a scalar is, for the form's control and the schema; the type parameter says what it is in memory. */
export interface Scalar<T> {
  readonly name: ScalarName
  /** The value that an XML text stands for, or undefined when the text is not of this kind. */
  parse(text: string): T | undefined
  /** The XML text of a value. Written as a method so that a scalar of any type is a `Scalar<unknown>` to the engine. */
  print(value: T): string
  /** True when `print` can never give a character that XML wants escaped. */
  readonly plain: boolean
  /** True for a path of the host, where `~/` at the beginning is a home. */
  readonly isHostPath?: true
  /** The complete list of what may be said, in libvirt's order. */
  readonly choices?: readonly string[]
  /** Other spellings that are read, and written back as they were: YAML's '9p' is libvirt's 'path'. */
  readonly aliases?: Readonly<Record<string, string>>
  readonly minimum?: number
  readonly maximum?: number
  /** What a text has to look like, with a sentence for the person whose text does not. */
  readonly pattern?: { readonly test: RegExp; readonly says: string }
}

export type ScalarName = 'text' | 'integer' | 'decimal' | 'flag' | 'choice' | 'size' | 'anything'

/** Any text, kept as it is. */
export const anyText: Scalar<string> = {
  name: 'text',
  parse: (text) => text,
  print: (value) => value,
  plain: false,
}

/**
 * A text with a form of its own.
 *
 * @param says completes 'should be …' in the finding
 */
export function textLike(test: RegExp, says: string): Scalar<string> {
  return { ...anyText, pattern: { test, says } }
}

/** A hexadecimal or decimal number kept as text, as PCI addresses and USB ids are written. */
export const hexText = textLike(/^(0[xX][0-9a-fA-F]{1,16}|\d{1,20})$/, 'a hexadecimal number such as 0x01')

/** A set of CPUs or NUMA nodes (libvirt manual, CPU Allocation: `0-3,^2,8`). */
export const cpuSet = textLike(/^\^?\d+(-\d+)?(,\^?\d+(-\d+)?)*$/, 'a list of CPUs such as 0-3,8')

/** Six pairs of hexadecimal digits. */
export const macAddress = textLike(
  /^[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}$/,
  'six pairs of hexadecimal digits such as 52:54:00:12:34:56',
)

export const uuid = textLike(
  /^\{?[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}\}?$/,
  'a UUID such as 9f1d1c7e-6f0f-4d7a-8f9b-0c4b7c1a2d3e',
)

/** The same, or nothing: `virXPathString` takes an empty element for one that is not there. */
export const uuidOrNone = textLike(
  /^(\{?[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}\}?)?$/,
  'a UUID, or nothing for a new one',
)

/** A whole number; XML may write it as decimal or hexadecimal. */
export function integer(
  limits: { readonly minimum?: number; readonly maximum?: number } = {},
): Scalar<number> {
  return {
    name: 'integer',
    parse: (text) => {
      const trimmed = text.trim()
      if (!/^-?(\d{1,16}|0[xX][0-9a-fA-F]{1,13})$/.test(trimmed)) return undefined
      const value = trimmed.startsWith('-') ? -Number(trimmed.slice(1)) : Number(trimmed)
      return Number.isSafeInteger(value) ? value : undefined
    },
    print: (value) => String(value === 0 ? 0 : value),
    plain: true,
    ...limits,
  }
}

/** Zero and up, the common case. */
export const wholeNumber = integer({ minimum: 0 })

/** What libvirt holds in an `unsigned int`: `virXMLPropUInt`, `virXPathUInt`. */
export const unsignedInt = integer({ minimum: 0, maximum: 4_294_967_295 })
/** The same, where 0 says nothing that can be. */
export const positiveInt = integer({ minimum: 1, maximum: 4_294_967_295 })
/** What libvirt holds in an `int` that can't be negative: `virXMLPropInt` with VIR_XML_PROP_NONNEGATIVE. */
export const nonNegativeInt = integer({ minimum: 0, maximum: 2_147_483_647 })
/** A port of TCP or UDP: `virStringParsePort`. */
export const portNumber = integer({ minimum: 0, maximum: 65_535 })

/** A number that may have a fraction. */
export const decimal: Scalar<number> = {
  name: 'decimal',
  parse: (text) => (/^-?\d{1,15}(\.\d{1,15})?$/.test(text.trim()) ? Number(text.trim()) : undefined),
  print: (value) => String(value === 0 ? 0 : value),
  plain: true,
}

/** One word of a complete list. */
export function oneOf<const Word extends string>(...choices: readonly Word[]): Scalar<Word> {
  const known = new Map<string, Word>(choices.map((choice) => [choice, choice]))
  return {
    name: 'choice',
    parse: (text) => known.get(text),
    print: (value) => value,
    plain: choices.every((choice) => !/[&<>']/.test(choice)),
    choices,
  }
}

/**
 * One word of a complete list, of which some are spelled differently in XML.
 *
 * @param aliases the word in memory and YAML, and the word of `choices` that XML says for it
 */
export function oneOfWithAliases<const Word extends string, const Alias extends string>(
  choices: readonly Word[],
  aliases: Readonly<Record<Alias, Word>>,
): Scalar<Word | Alias> {
  const inXml: Readonly<Record<string, string>> = aliases
  return {
    ...oneOf<Word | Alias>(...choices),
    print: (value) => inXml[value] ?? value,
    aliases,
  }
}

function flag(yes: string, no: string): Scalar<boolean> {
  return {
    name: 'flag',
    parse: (text) => (text === yes ? true : text === no ? false : undefined),
    print: (value) => (value ? yes : no),
    plain: true,
    choices: [yes, no],
  }
}

/** true and false here, yes and no in XML. */
export const yesNo = flag('yes', 'no')
/** true and false here, on and off in XML. */
export const onOff = flag('on', 'off')
/** true and false here, 1 and 0 in XML. */
export const oneZero = flag('1', '0')
/** true and false in both. */
export const trueFalse = flag('true', 'false')

/** The text 'yes' or 'no', for the fields that vm.yml holds as text. */
export const yesNoText = oneOf('yes', 'no')
/** The text 'on' or 'off', for the fields that vm.yml holds as text. */
export const onOffText = oneOf('on', 'off')

/** A number and its unit in one text: `8G`, `2048 KiB`, `512`. In XML the unit is an attribute of its own. */
export const size: Scalar<string> = {
  ...anyText,
  name: 'size',
  pattern: {
    test: /^\d{1,20}(\.\d{1,6})?[ \t]*([kKmMgGtTpPeE]([iI]?[bB])?|b|B|bytes|byte|pages)?$/,
    says: 'a size with its unit such as 8G or 512M',
  },
}

/** Whatever YAML can say, passed on as it is. */
export const anything: Scalar<unknown> = {
  name: 'anything',
  parse: () => undefined,
  print: () => '',
  plain: true,
}
