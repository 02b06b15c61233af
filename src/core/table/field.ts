/**
 * The words in which an element of libvirt is declared. A shape is a map from key to field; the key is what YAML and
 * memory call it, the field says where XML has it. Everything else (types, schema, both XML directions, completion,
 * the form, the coverage table) reads these declarations.
 */
import type { RuleId } from '../rule-ids.ts'
import type { UnknownRecord } from './record.ts'
import { type Scalar, size } from './scalar.ts'

/** What is known of a field beside its place and type. */
export interface Meta {
  /** One sentence of help, for the person who decides. */
  readonly help?: string
  /** The label in plain words; without it the key is spelled out. */
  readonly label?: string
  /** The libvirt version that brought it. */
  readonly since?: string
  /** What happens when it is not said: a value, or a few words. */
  readonly default?: string | number | boolean
  /** The word of the design that, once it is said, decides in place of the default: then the default is worth saying. */
  readonly defaultUnless?: string
  /** The unit of a bare number, as shown beside its control. */
  readonly unit?: string
  readonly required?: true
  /**
   * The field belongs to some kinds only: a key of the map that it stands in or of one around it, and its values.
   * `'target.bus'` is a key below a key. All of several have to be met.
   */
  readonly only?: Readonly<Record<string, readonly string[]>>
  /**
   * For keys of `only`: the rule that speaks of the field beside another value, as where libvirt refuses it. Without
   * one libvirt passes over the field.
   */
  readonly misfit?: Readonly<Record<string, RuleId>>
  /** Values that say nothing, and so belong to every kind: one queue, one screen. */
  readonly harmless?: readonly unknown[]
  /**
   * Which kind it is where this field says none and has no default: what the map that the path of `only` starts at
   * tells. Where that is undefined, nobody knows yet: the field may have any value.
   */
  readonly whenUnsaid?: (around: UnknownRecord) => string | undefined
  /** For a field without a place of its own in XML: what becomes of it there, or why nothing does. */
  readonly becomes?: string
  /** A map that says something by being there, though all in it be defaults, where the design says this as well. */
  readonly countsBeside?: readonly string[]
  readonly example?: string
  /** Other keys that are read for it; never written. */
  readonly alsoReadAs?: readonly string[]
}

/** What the tables do not know, kept in its place so that it is written back. */
export interface Rest {
  /** How a number was written, by key, as long as it still means the same: `{bus: '0x00'}`. */
  readonly lex?: Readonly<Record<string, string>>
  readonly attributes?: readonly (readonly [name: string, value: string])[]
  readonly children?: readonly RestChild[]
  /** The children's names as they stood, when kept ones are among them and the order is not the table's. */
  readonly order?: readonly string[]
  /** The same for elements that have no value of their own here, by their XML path (`model/driver`). */
  readonly inside?: Readonly<Record<string, Rest>>
}

/** Raw XML that stands after the `count`th child called `after` ('' and 0: before all of them; null: after all). */
export interface RestChild {
  readonly after: string | null
  readonly count: number
  readonly xml: string
}

interface Typed<T> {
  readonly meta: Meta
  /** The nested elements that it stands in, from the outside in; fields with equal ways share them. */
  readonly within: readonly string[]
  /** Never there at run time: carries the type of the value. */
  readonly valueType?: T
}

export interface AttributeField<T> extends Typed<T> {
  readonly kind: 'attribute'
  readonly xml: string
  readonly scalar: Scalar<T>
  /** What the element says by being there without this attribute. */
  readonly implied?: T
}
export interface TextField<T> extends Typed<T> {
  readonly kind: 'text'
  readonly scalar: Scalar<T>
}
export interface ElementField<T> extends Typed<T> {
  readonly kind: 'element'
  readonly xml: string
  readonly scalar: Scalar<T>
}
export interface PresenceField extends Typed<boolean> {
  readonly kind: 'presence'
  /** Without a name it is the presence of the innermost element that the field stands in. */
  readonly xml: string | undefined
}
/**
 * A size whose unit stands in an attribute `unit`: `<memory unit='KiB'>1</memory>`. Without `xml` it is the text of
 * the element itself.
 */
export interface SizedField extends Typed<string> {
  readonly kind: 'sized'
  readonly xml: string | undefined
  readonly scalar: Scalar<string>
}
/** A size in two attributes, its number in `xml` and its unit in `unit`: `<page size='2' unit='MiB'/>`. */
export interface SizedAttributeField extends Typed<string> {
  readonly kind: 'sizedAttribute'
  readonly xml: string
  readonly scalar: Scalar<string>
}
export interface ChildField<T> extends Typed<T> {
  readonly kind: 'child'
  readonly xml: string | undefined
  readonly shape: () => Shape
  /** The key whose value may stand for the whole map in YAML. */
  readonly short: string | undefined
  /** The key that decides which other keys may be there at all. */
  readonly closedBy: string | undefined
  /** True when it only adds to a map that is made elsewhere, so that nothing in it is required. */
  readonly isAddition?: true
}
export interface ListField<T> extends Typed<readonly T[]> {
  readonly kind: 'list'
  readonly xml: string | undefined
  readonly shape: () => Shape
  readonly short: string | undefined
  /** True when one map or scalar may stand for a list of one in YAML. */
  readonly single: boolean
  /** True when the keys of a list of one may stand beside the list's own key in YAML. */
  readonly inline: boolean
  /** True when another field holds the first child of this name. */
  readonly further?: true
}
export interface TextsField<T> extends Typed<readonly T[]> {
  readonly kind: 'texts'
  readonly xml: string | undefined
  readonly scalar: Scalar<T>
}
/** `<entry name='vendor'>…</entry>` for each key of a map of texts. */
export interface EntriesField extends Typed<Readonly<Record<string, string>>> {
  readonly kind: 'entries'
  readonly xml: string
  readonly by: string
}
/** A list of such maps, each in an element of its own. */
export interface EntriesListField extends Typed<readonly Readonly<Record<string, string>>[]> {
  readonly kind: 'entriesList'
  readonly xml: string
  readonly entry: string
  readonly by: string
}
/** A value that the author says and that has no place of its own in XML. */
export interface ValueField<T> extends Typed<T> {
  readonly kind: 'value'
  readonly scalar: Scalar<T>
}

export type Field<T = unknown> =
  | AttributeField<T>
  | TextField<T>
  | ElementField<T>
  | PresenceField
  | SizedField
  | SizedAttributeField
  | ChildField<T>
  | ListField<unknown>
  | TextsField<unknown>
  | EntriesField
  | EntriesListField
  | ValueField<T>

/** A map from key to field, in libvirt's element order. */
export type Shape = Readonly<Record<string, Field>>
/** The value that a field holds. */
export type ValueOf<F> = F extends Typed<infer T> ? T : never
/** The value that a shape describes: nothing is required here, since a design is always being made. */
export type Value<S> = { readonly [K in keyof S]?: ValueOf<S[K]> | undefined } & {
  readonly $rest?: Rest | undefined
}

type Lazy<S> = S | (() => S)
const resolved = <S extends Shape>(shape: Lazy<S>) => (typeof shape === 'function' ? shape : () => shape)

/** @param xml undefined for what is no element */
function aMap<S extends Shape>(xml: string | undefined, shape: Lazy<S>, meta: Meta): ChildField<Value<S>> {
  return {
    kind: 'child',
    xml,
    shape: resolved(shape),
    short: undefined,
    closedBy: undefined,
    meta,
    within: [],
  }
}

/** @param xml undefined for what are no elements */
function aList<S extends Shape>(xml: string | undefined, shape: Lazy<S>, meta: Meta): ListField<Value<S>> {
  return {
    kind: 'list',
    xml,
    shape: resolved(shape),
    short: undefined,
    single: false,
    inline: false,
    meta,
    within: [],
  }
}

/** An attribute of the element that is being declared. */
export function attribute<T>(xml: string, scalar: Scalar<T>, meta: Meta = {}): AttributeField<T> {
  return { kind: 'attribute', xml, scalar, meta, within: [] }
}

/**
 * An attribute that may be left out: the bare element says it too.
 *
 * @param implied what the element says without the attribute: `<hap/>` is `<hap state='on'/>`
 */
export function impliedAttribute<T>(
  xml: string,
  scalar: Scalar<T>,
  implied: T,
  meta: Meta = {},
): AttributeField<T> {
  return { kind: 'attribute', xml, scalar, implied, meta, within: [] }
}

/** The text of the element that is being declared. */
export function text<T>(scalar: Scalar<T>, meta: Meta = {}): TextField<T> {
  return { kind: 'text', scalar, meta, within: [] }
}

/** A child element that has nothing but a text. */
export function element<T>(xml: string, scalar: Scalar<T>, meta: Meta = {}): ElementField<T> {
  return { kind: 'element', xml, scalar, meta, within: [] }
}

/** A child element that says all by being there. */
export function presence(xml: string, meta: Meta = {}): PresenceField {
  return { kind: 'presence', xml, meta, within: [] }
}

/** The same for a nested element that has fields of its own: `at('apic', present())`. */
export function present(meta: Meta = {}): PresenceField {
  return { kind: 'presence', xml: undefined, meta, within: [] }
}

/** A child element whose text is a number and whose `unit` attribute says of what. */
export function sized(xml: string, meta: Meta = {}): SizedField {
  return { kind: 'sized', xml, scalar: size, meta, within: [] }
}

/** The text and the `unit` attribute of the element that is being declared. */
export function sizedText(meta: Meta = {}): SizedField {
  return { kind: 'sized', xml: undefined, scalar: size, meta, within: [] }
}

/** A number in the attribute `xml` and what it counts in the attribute `unit`. */
export function sizedAttribute(xml: string, meta: Meta = {}): SizedAttributeField {
  return { kind: 'sizedAttribute', xml, scalar: size, meta, within: [] }
}

/** A child element with attributes and children of its own. */
export function child<S extends Shape>(xml: string, shape: Lazy<S>, meta: Meta = {}): ChildField<Value<S>> {
  return aMap(xml, shape, meta)
}

/**
 * A child element that has itself somewhere inside. Its type is written by hand: TypeScript infers no circle.
 *
 * @param shape its return type is to be written out: `(): Shape => backingStore`
 */
export function recursive<T extends object>(xml: string, shape: () => Shape, meta: Meta = {}): ChildField<T> {
  return { kind: 'child', xml, shape, short: undefined, closedBy: undefined, meta, within: [] }
}

/** A child element of which YAML usually says one thing: `model: virtio` for `model: {type: virtio}`. */
export function short<S extends Shape>(
  xml: string,
  main: keyof S & string,
  shape: Lazy<S>,
  meta: Meta = {},
): ChildField<Value<S>> {
  return { ...aMap(xml, shape, meta), short: main }
}

/** A child element that may be there many times. */
export function list<S extends Shape>(xml: string, shape: Lazy<S>, meta: Meta = {}): ListField<Value<S>> {
  return aList(xml, shape, meta)
}

/** The children of a name after the first, which another field of the shape holds. */
export function further<S extends Shape>(xml: string, shape: Lazy<S>, meta: Meta = {}): ListField<Value<S>> {
  return { ...aList(xml, shape, meta), further: true }
}

/** A repeated child element of which YAML usually says one thing each: `boot: [hd, cdrom]`. */
export function shortList<S extends Shape>(
  xml: string,
  main: keyof S & string,
  shape: Lazy<S>,
  meta: Meta = {},
): ListField<Value<S>> {
  return { ...aList(xml, shape, meta), short: main }
}

/** A repeated child element that is usually there once: a map, a scalar or a list in YAML, always a list in memory. */
export function oneOrMany<S extends Shape>(
  xml: string,
  main: (keyof S & string) | undefined,
  shape: Lazy<S>,
  meta: Meta = {},
): ListField<Value<S>> {
  return { ...aList(xml, shape, meta), short: main, single: true }
}

/** A repeated child element; in YAML the keys of a single one may stand in the parent: `{proto, start, to}`. */
export function inlineList<S extends Shape>(
  xml: string,
  shape: Lazy<S>,
  meta: Meta = {},
): ListField<Value<S>> {
  return { ...aList(xml, shape, meta), inline: true }
}

/** A repeated child element that has nothing but a text. */
export function texts<T>(xml: string, scalar: Scalar<T>, meta: Meta = {}): TextsField<T> {
  return { kind: 'texts', xml, scalar, meta, within: [] }
}

/** A map of texts, written as one element for each key, the key being the attribute `by`. */
export function entries(xml: string, by: string, meta: Meta = {}): EntriesField {
  return { kind: 'entries', xml, by, meta, within: [] }
}

/** A repeated element that holds such a map each. */
export function entriesList(xml: string, entry: string, by: string, meta: Meta = {}): EntriesListField {
  return { kind: 'entriesList', xml, entry, by, meta, within: [] }
}

/** What the meta of a field says about the kinds that it belongs to. */
export type Belonging = Pick<Meta, 'only' | 'misfit' | 'harmless'>

/**
 * The field beside another kind is what a rule speaks of.
 *
 * @param only each key that decides, with the kinds that have the field
 * @param harmless values that every kind has
 */
export function refusedBeside(
  misfit: RuleId,
  only: NonNullable<Meta['only']>,
  harmless?: readonly unknown[],
): Belonging {
  const codes = Object.fromEntries(Object.keys(only).map((key) => [key, misfit]))
  return { only, misfit: codes, ...(harmless === undefined ? {} : { harmless }) }
}

/** Both have to be met; they are about different keys. */
export function bothOf(one: Belonging, other: Belonging): Belonging {
  const only = { ...one.only, ...other.only }
  return { ...one, ...other, only, misfit: { ...one.misfit, ...other.misfit } }
}

/** The same field, which belongs to some kinds only. */
export function belonging<F extends Field>(to: Belonging, field: F): F {
  return { ...field, meta: { ...field.meta, ...to } }
}

/** The same for each field of a map that several kinds share. */
export function allBelonging<S extends Shape>(to: Belonging, shape: S): S
export function allBelonging(to: Belonging, shape: Shape): Shape {
  return Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, belonging(to, field)]))
}

/** Puts a field into a nested element: `at('model', attribute('vram', …))`. */
export function at<F extends Field>(path: string, field: F): F {
  return { ...field, within: [...path.split('/'), ...field.within] }
}

/** A value of the author's with no XML of its own. */
export function value<T>(scalar: Scalar<T>, meta: Meta = {}): ValueField<T> {
  return { kind: 'value', scalar, meta, within: [] }
}

/** A list of such values. */
export function values<T>(scalar: Scalar<T>, meta: Meta = {}): TextsField<T> {
  return { kind: 'texts', xml: undefined, scalar, meta, within: [] }
}

/** A map of the author's with no XML of its own. */
export function map<S extends Shape>(shape: S, meta: Meta = {}): ChildField<Value<S>> {
  return aMap(undefined, shape, meta)
}

/** Further words on a map that is made elsewhere: any of its fields, none of them required. */
export function additions<S extends Shape>(shape: S, meta: Meta = {}): ChildField<Value<S>> {
  return { ...aMap(undefined, shape, meta), isAddition: true }
}

/** A map that may only have the keys that belong to the value of its key `by`. */
export function mapClosedBy<S extends Shape>(
  by: keyof S & string,
  shape: S,
  meta: Meta = {},
): ChildField<Value<S>> {
  return { ...aMap(undefined, shape, meta), closedBy: by }
}

/** A list of maps of the author's with no XML of its own. */
export function maps<S extends Shape>(shape: S, meta: Meta = {}): ListField<Value<S>> {
  return aList(undefined, shape, meta)
}
