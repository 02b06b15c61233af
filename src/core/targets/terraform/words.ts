/**
 * The words in which a map of the provider is declared: what it calls a field, and where libvirt's XML has it, from the
 * element of its map on. A place is `@name` for an attribute, `name` for the text of a child, `name/@other` for an
 * attribute of it, and nothing at all for the element's own text.
 */

export interface Place {
  /** The child that it stands in; undefined for the element itself. */
  readonly child: string | undefined
  /** Its attribute; undefined for its text. */
  readonly attribute: string | undefined
  /** True when it is the element around that has the attribute. */
  readonly above: boolean
}

interface Needed {
  /** True when the provider takes no map without it. */
  readonly required?: true
}

/** A text, a number, or true and false for yes and no. */
export interface ScalarWord extends Needed {
  readonly kind: 'text' | 'number' | 'flag'
  readonly place: Place
}
/** True when there is such a child. */
export interface PresenceWord extends Needed {
  readonly kind: 'presence'
  readonly child: string
}
/** One child, or a list of all children of its name. */
export interface MapWord extends Needed {
  readonly kind: 'object' | 'list'
  readonly child: string
  readonly shape: TerraformShape
}
/** The texts of all children of a name. */
export interface TextsWord extends Needed {
  readonly kind: 'texts'
  readonly child: string
}
/** What the element has inside, as XML. */
export interface RawWord extends Needed {
  readonly kind: 'raw'
}
/** Further fields of the same element, in a map of their own, when the element is of one kind. */
export interface KindWord extends Needed {
  readonly kind: 'kind'
  /** What decides; undefined when they are there for every kind. */
  readonly by: Place | undefined
  /** What it says; undefined when it is not there. */
  readonly is: string | undefined
  /** Undefined when the kind alone is said, as true. */
  readonly inside: TerraformShape | ScalarWord | undefined
  /** True when it is this kind where nothing is said. */
  readonly isUsual?: true
  /** What the XML says beside it. */
  readonly also?: { readonly attribute: string; readonly is: string }
}
/** An attribute of the end of a UDP line: libvirt writes two elements of one name, told apart by their mode. */
export interface EndWord extends Needed {
  readonly kind: 'end'
  readonly mode: 'bind' | 'connect'
  readonly attribute: string
}

export type TerraformWord = ScalarWord | PresenceWord | MapWord | TextsWord | RawWord | KindWord | EndWord

/** A map from the provider's name to its place, in the order in which it is written. */
export interface TerraformShape {
  readonly [name: string]: TerraformWord
}

function placeOf(written: string): Place {
  const above = written.startsWith('../')
  const [child = '', attribute] = (above ? written.slice(3) : written).split('@')
  const name = child.replace(/\/$/, '')
  return { child: name === '' ? undefined : name, attribute, above }
}

export function text(place: string): ScalarWord {
  return { kind: 'text', place: placeOf(place) }
}

export function number(place: string): ScalarWord {
  return { kind: 'number', place: placeOf(place) }
}

/** yes or no, on or off in XML, true or false for the provider. */
export function flag(place: string): ScalarWord {
  return { kind: 'flag', place: placeOf(place) }
}

export function presence(child: string): PresenceWord {
  return { kind: 'presence', child }
}

export function object(child: string, shape: TerraformShape): MapWord {
  return { kind: 'object', child, shape }
}

export function list(child: string, shape: TerraformShape): MapWord {
  return { kind: 'list', child, shape }
}

export function texts(child: string): TextsWord {
  return { kind: 'texts', child }
}

export function raw(): RawWord {
  return { kind: 'raw' }
}

/**
 * @param by where the kind is said, `../@type` for an attribute of the element around
 * @param is the word for it; undefined when there is none
 */
export function kind(by: string, is: string | undefined, inside?: TerraformShape | ScalarWord): KindWord {
  return { kind: 'kind', by: placeOf(by), is, inside }
}

/** The kind that it is where none is said. */
export function usual(word: KindWord): KindWord {
  return { ...word, isUsual: true }
}

/** A map of its own for fields of the same element. */
export function same(shape: TerraformShape): KindWord {
  return { kind: 'kind', by: undefined, is: undefined, inside: shape }
}

/** The kind in the attribute type, and what it is one of in the attribute mode. */
export function modeKind(mode: string, is: string, inside: TerraformShape): KindWord {
  return { kind: 'kind', by: placeOf('@type'), is, inside, also: { attribute: 'mode', is: mode } }
}

export function end(mode: 'bind' | 'connect', attribute: string): EndWord {
  return { kind: 'end', mode, attribute }
}

export function required<W extends TerraformWord>(word: W): W {
  return { ...word, required: true }
}

/** Where the provider's name follows from libvirt's: `bufferLength` is `buffer_length`. */
function named(names: string, word: (name: string) => TerraformWord): TerraformShape {
  return Object.fromEntries(names.split(' ').map((name) => [snakeCase(name), word(name)]))
}

function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
}

/** Attributes that are texts, by libvirt's names with blanks between them. */
export function attributes(names: string): TerraformShape {
  return named(names, (name) => text(`@${name}`))
}

/** The same for numbers. */
export function numbers(names: string): TerraformShape {
  return named(names, (name) => number(`@${name}`))
}

/** Children that have a text only. */
export function elements(names: string): TerraformShape {
  return named(names, text)
}

/** The same for numbers. */
export function numberElements(names: string): TerraformShape {
  return named(names, number)
}

/** Children that say all by being there. */
export function presences(names: string): TerraformShape {
  return named(names, presence)
}
