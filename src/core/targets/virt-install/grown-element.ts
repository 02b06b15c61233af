/** An element that grows while the words that say it are read. */
import { invalidXmlCharacter, type PlainElement, type PlainNode } from '../../xml/index.ts'

export class GrownElement {
  readonly name: string
  private readonly attributes = new Map<string, string>()
  private readonly children: GrownElement[] = []
  private text: string | undefined

  constructor(name: string) {
    this.name = name
  }

  /** A further child. */
  add(name: string): GrownElement {
    const child = new GrownElement(name)
    this.children.push(child)
    return child
  }

  /**
   * Says what stands at a place: `driver/@cache`, `codec[2]/@type`, `serial`.
   *
   * @param value undefined for an element that is there, and says nothing
   * @returns false for what is no such place, or no text of XML
   */
  set(place: string, value: string | undefined): boolean {
    if (value !== undefined && invalidXmlCharacter(value) >= 0) return false
    const parts = place.split('/')
    const last = parts.at(-1) ?? ''
    const attribute = /^@(xmlns:qemu|[A-Za-z_][\w.-]*)$/.exec(last)?.[1]
    const found = this.below(attribute === undefined ? parts : parts.slice(0, -1))
    if (found === undefined) return false
    if (attribute === undefined) found.text = value ?? found.text
    else found.attributes.set(attribute, value ?? '')
    return true
  }

  /** The text or attribute at a place; undefined when there is none. */
  get(place: string): string | undefined {
    const parts = place.split('/')
    const last = parts.at(-1) ?? ''
    const isAttribute = last.startsWith('@')
    const found = this.below(isAttribute ? parts.slice(0, -1) : parts, false)
    return isAttribute ? found?.attributes.get(last.slice(1)) : found?.text
  }

  /** Takes away the first that stands there. */
  delete(place: string): void {
    const parts = place.split('/')
    const last = parts.pop() ?? ''
    const around = this.below(parts, false)
    if (last.startsWith('@')) around?.attributes.delete(last.slice(1))
    const index = around?.children.findIndex(({ name }) => name === last) ?? -1
    if (index >= 0) around?.children.splice(index, 1)
  }

  private below(parts: readonly string[], makes = true): GrownElement | undefined {
    let one: GrownElement | undefined = this
    for (const part of parts) {
      const [, name = '', number = '1'] = /^([A-Za-z_][\w.-]*)(?:\[(\d{1,3})\])?$/.exec(part) ?? []
      if (name === '' || one === undefined) return undefined
      one = one.child(name, Number(number), makes)
    }
    return one
  }

  private child(name: string, number: number, makes: boolean): GrownElement | undefined {
    const same = this.children.filter((child) => child.name === name)
    const found = same[number - 1]
    if (found !== undefined || !makes) return found
    // As virt-install does: the next one, whatever number was said.
    return this.add(name)
  }

  plain(): PlainElement {
    const children: PlainNode[] = this.children.map((child) => child.plain())
    return {
      kind: 'element',
      name: this.name,
      attributes: [...this.attributes].map(([name, value]) => ({ name, value })),
      children: this.text === undefined ? children : [{ kind: 'text', text: this.text }, ...children],
    }
  }
}
