/** Resources that several VMs have alike, as one of each with `for_each`. */
import { hclText } from '../../text/index.ts'
import { addressOf, headParts } from './blocks.ts'
import { block, field, interpolation, literal, object } from './expression.ts'
import type { HclBlock, HclField, HclValue } from './hcl.ts'

/**
 * One resource of each kind for all VMs; what differs is in `local.vms`, by the VM.
 *
 * @param all the resources of each VM, the domain last
 * @param keys a word for each VM, each once
 * @returns undefined where the VMs differ in more than values
 */
export function eachOf(
  all: readonly (readonly HclBlock[])[],
  keys: readonly string[],
): readonly HclBlock[] | undefined {
  const normal = all.map((blocks) => blocks.map(withoutName))
  const shapes = new Set(normal.map((blocks) => JSON.stringify(blocks.map(blockShape))))
  const [first] = normal
  if (first === undefined || shapes.size !== 1 || keys.some((key) => !/^[\w.-]+$/.test(key))) return undefined
  const own = new Set(first.map(({ head }) => addressOf(head)))
  const unifying = new Unifying(keys, own)
  const blocks = first.map((one, index) => {
    const body = unifying.body(normal.map((blocks) => blocks[index]?.body ?? []))
    const each = field('for_each', literal('local.vms', []))
    const made = block(one.head, [], [each, ...body])
    return one.comment === undefined ? made : { ...made, comment: one.comment }
  })
  return [localsOf(unifying.values()), ...blocks]
}

/** The label of the domain is the name of its VM. */
function withoutName(one: HclBlock): HclBlock {
  const [, type = ''] = headParts(one.head)
  return type === 'libvirt_domain' ? { ...one, head: 'resource "libvirt_domain" "vm"' } : one
}

type Shape = string | readonly (string | Shape)[]

function blockShape({ head, body }: HclBlock): Shape {
  return [head, ...body.map((one) => ('head' in one ? blockShape(one) : fieldShape(one)))]
}

function fieldShape({ name, value }: HclField): Shape {
  return [name, valueShape(value)]
}

function valueShape(value: HclValue): Shape {
  switch (value.kind) {
    case 'literal':
      return ''
    case 'list':
      return ['list', ...value.items.map(valueShape)]
    case 'object':
      return ['object', ...value.fields.map(fieldShape)]
  }
}

const eachKey = interpolation('each.key')

class Unifying {
  private readonly keys: readonly string[]
  private readonly own: ReadonlySet<string>
  /** The texts of each VM by the name of the value. */
  private readonly named = new Map<string, readonly string[]>()

  constructor(keys: readonly string[], own: ReadonlySet<string>) {
    this.keys = keys
    this.own = own
  }

  values(): readonly (readonly [key: string, value: HclValue])[] {
    return this.keys.map((key, index) => {
      const fields = [...this.named].map(([name, texts]) => field(name, literal(texts[index] ?? 'null', [])))
      return [key, object([], fields)]
    })
  }

  body(bodies: readonly HclBlock['body'][]): HclBlock['body'] {
    const [first = []] = bodies
    return first.map((one, index) => {
      if ('head' in one) {
        const inner = bodies.map((body) => {
          const held = body[index]
          return held !== undefined && 'head' in held ? held.body : []
        })
        return { ...one, body: this.body(inner) }
      }
      const values = bodies.flatMap((body) => {
        const held = body[index]
        return held !== undefined && !('head' in held) ? [held.value] : []
      })
      return field(one.name, this.value(values, [one.name]))
    })
  }

  private value(values: readonly HclValue[], way: readonly string[]): HclValue {
    const [first] = values
    if (first === undefined) return literal('null', [])
    switch (first.kind) {
      case 'literal':
        return literal(
          this.expression(
            values.map((one) => (one.kind === 'literal' ? one.text : 'null')),
            way,
          ),
          [],
        )
      case 'list':
        return {
          ...first,
          items: first.items.map((_, index) =>
            this.value(
              values.flatMap((one) => (one.kind === 'list' ? (one.items[index] ?? []) : [])),
              way,
            ),
          ),
        }
      case 'object':
        return {
          ...first,
          fields: first.fields.map(({ name }, index) =>
            field(
              name,
              this.value(
                values.flatMap((one) => (one.kind === 'object' ? (one.fields[index]?.value ?? []) : [])),
                [...way, name],
              ),
            ),
          ),
        }
    }
  }

  private expression(texts: readonly string[], way: readonly string[]): string {
    const [first = ''] = texts
    if (texts.every((text) => text === first)) return this.ofEach(first)
    return this.byKey(texts) ?? `each.value.${this.nameFor(texts, way)}`
  }

  /** What names a resource that each VM has. */
  private ofEach(text: string): string {
    const [, address = '', value = ''] = /^(libvirt_\w+\.[\w-]+)\.(path|id)$/.exec(text) ?? []
    return this.own.has(address) ? `${address}[each.key].${value}` : text
  }

  /** Texts that are the same but for the key of the VM in them. */
  private byKey(texts: readonly string[]): string | undefined {
    const templates = new Set(texts.map((text, index) => withEachKey(text, this.keys[index] ?? '')))
    const [template = ''] = templates
    if (templates.size !== 1 || texts.includes(template)) return undefined
    return template === `"${eachKey}"` ? 'each.key' : template
  }

  /** Two words of the way, or as many more as no other value has. */
  private nameFor(texts: readonly string[], way: readonly string[]): string {
    for (let length = Math.min(2, way.length); length <= way.length + this.named.size + 1; length += 1) {
      const words = way.slice(-Math.min(length, way.length)).join('_')
      const name = length > way.length ? `${words}_${length - way.length + 1}` : words
      const held = this.named.get(name)
      if (held?.some((text, index) => text !== texts[index]) === true) continue
      this.named.set(name, texts)
      return name
    }
    return way.join('_')
  }
}

/** Beside an expression only the folder is the key for sure. */
function withEachKey(text: string, key: string): string {
  if (!text.includes('"')) return text
  return /\$\{|^[^"]/.test(text)
    ? text.replace(`/${key}/`, () => `/${eachKey}/`)
    : text.replaceAll(key, () => eachKey)
}

/** `locals { vms = { … } }` */
function localsOf(vms: readonly (readonly [key: string, value: HclValue])[]): HclBlock {
  const fields = vms.map(([key, value]) => field(hclText(key) ?? '""', value))
  return block('locals', [], [field('vms', object([], fields))])
}
